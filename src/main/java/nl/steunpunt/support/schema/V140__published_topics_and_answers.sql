-- What other modules may choose from and point at: topics by name, and the answers that are suggested.
create view pub_topic as select id, system_id, name_nl, name_en, active from network.pub_topic;
create view pub_answer as select id, system_id, topic_id, title, kept_at from answer where retired_at is null;
