-- The lead's board of today: what was asked and settled since this morning, and on the same day last week. Rows
-- come in order of time, so a summary per block of the table finds them and costs asking next to nothing.
create index question_asked on question using brin (asked_at) with (pages_per_range = 8);
create index question_settled on question (changed_at) where status in ('solved', 'closed');
create index signal_sent on signal using brin (sent_at) with (pages_per_range = 8);
create index signal_ended on signal (changed_at) where state not in ('sent', 'heard');
