-- How many open questions each power user of a system has is counted at each routing, of all of them when the asker's
-- own are full: from the index alone.
create index question_load on question (system_id, power_user_id) where status = 'with_power_user';
