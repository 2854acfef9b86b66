package nl.steunpunt.support.question;

/** The statement of the question's screen. */
final class ShowSql {
  private ShowSql() {}

  static final String TEXT =
      """
      with who as not materialized (
        select p.id, p.name, p.function, p.department, p.location_path as place,
               coalesce(pr.seen_at > :seen, false) as there,
               case when said.kind is not null then json_build_object('kind', said.kind, 'until', said.until_at, 'by_calendar', said.by_calendar) end as stated,
               (select ph.version from network.pub_photo ph where ph.person_id = p.id) as photo
          from people.pub_person p
          left join network.pub_presence pr on pr.person_id = p.id
          left join network.pub_said_of(p.id, :now) said on true
      ),
      attached as not materialized (
        select a.id, a.question_id, a.message_id, a.uploader_id, a.kind = 'picture' as picture, a.name, w.size, t.width, t.height
          from support.attachment a
          join support.attachment_content w on w.attachment_id = a.id and w.form = 'whole'
          left join support.attachment_content t on t.attachment_id = a.id and t.form = 'thumbnail'
      )
      select to_json(screen)
        from (
          select q.id, q.status, q.outcome, q.text, q.asked_at, q.stuck, q.stuck_until, q.taken_at is not null as taken,
                 q.next_step, q.next_at, q.snoozed_until,
                 (select n.name from people.pub_person n where n.id = q.next_person_id) as next_name,
                 q.system_id, s.name as system, t.name_nl as topic_nl, t.name_en as topic_en,
                 (select to_json(w) from who w where w.id = q.asker_id) as asker,
                 (select to_json(w) from who w where w.id = q.filed_by_id) as filer,
                 (select to_json(w) from who w where w.id = q.power_user_id) as holder,
                 coalesce((select mine.role from support.participant mine
                            where mine.question_id = q.id and mine.person_id = :me), 'desk') as my,
                 coalesce((
                   select json_agg(json_build_object('name', r.name, 'up_to', p.read_up_to))
                     from support.participant p
                     join people.pub_person r on r.id = p.person_id
                    where p.question_id = q.id and p.person_id <> :me and p.read_up_to > 0), '[]') as readers,
                 coalesce((
                   select json_agg(m order by m.id)
                     from (select m.id, m.author_id, a.name as author, m.kind, m.text, m.quoted, m.written_at as at,
                                  m.edited_at is not null as edited,
                                  coalesce((select json_agg(f order by f.id) from attached f
                                             where f.message_id = m.id), '[]') as files
                             from support.message m
                             join people.pub_person a on a.id = m.author_id
                            where m.question_id = q.id and m.id < :before
                            order by m.id desc
                            limit :messages) m), '[]') as said,
                 coalesce((select json_agg(f order by f.id) from attached f
                            where f.uploader_id = :me and f.question_id = q.id and f.message_id is null), '[]') as unsent,
                 (select json_agg(st order by st.seq)
                    from (select r.seq, r.kind, r.person_id, a.name as person, r.reasons, r.at
                            from support.step r
                            left join people.pub_person a on a.id = r.person_id
                           where r.question_id = q.id
                           order by r.seq desc
                           limit 60) st) as route
            from support.question q
            join network.pub_system s on s.id = q.system_id
            left join network.pub_topic t on t.id = q.topic_id
           where q.id = :id
             and
      """
          + Questions.VISIBLE
          + ") screen";
}
