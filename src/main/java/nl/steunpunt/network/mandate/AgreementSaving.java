package nl.steunpunt.network.mandate;

import java.time.Instant;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes an agreement with the steps that it made. */
@Repository
class AgreementSaving {
  private final JdbcClient sql;

  AgreementSaving(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Makes room for it; {@link #save} fills it.
   *
   * @throws Refusal when somebody asked for the same at the same moment, and was first
   */
  MandateId reserve(PersonId person, SystemId system) {
    return sql.sql(
            """
            insert into network.mandate (person_id, system_id, state, stage, share_percent)
            values (:person, :system, 'waiting', 'proposed', 1)
            on conflict (person_id, system_id) where stage <> 'ended' do nothing
            returning id
            """)
        .param("person", person)
        .param("system", system)
        .query(MandateId.class)
        .optional()
        .orElseThrow(() -> Refusal.conflict("lead.grant.is_one"));
  }

  /**
   * @param dueAt when something happens by itself next; null: never
   */
  void save(MandateId id, Agreement agreement, @Nullable Instant dueAt) {
    var row = agreement.row(id);
    sql.sql(
            """
            update network.mandate
               set stage = :stage, state = :state, version = :version, share_percent = :sharePercent,
                   asked_share = :askedShare, share_reason = :shareReason, ends_on = :endsOn, relief = :relief,
                   relief_by = :reliefBy, asked_id = :askedId, line_manager_id = :lineManagerId,
                   department_id = :departmentId, asked_at = :askedAt, reminders = :reminders,
                   asked_again = :askedAgain, renewing = :renewing, agreed_by = :agreedBy, agreed_at = :agreedAt,
                   agreed_manager_id = :agreedManagerId, agreed_department_id = :agreedDepartmentId,
                   agreed_share_reason = :agreedShareReason, agreed_relief = :agreedRelief,
                   agreed_relief_by = :agreedReliefBy,
                   grace_until = :graceUntil, ended_why = :endedWhy, record_due = :recordDue,
                   recorded_by = :recordedBy, recorded_at = :recordedAt, started_at = :startedAt, ended_at = :endedAt,
                   due_at = :dueAt
             where id = :id
            """)
        .param("id", id)
        .param("stage", row.stage())
        .param("state", row.state())
        .param("version", row.version())
        .param("sharePercent", row.sharePercent())
        .param("askedShare", row.askedShare())
        .param("shareReason", row.shareReason())
        .param("endsOn", row.endsOn())
        .param("relief", row.relief())
        .param("reliefBy", row.reliefBy())
        .param("askedId", row.askedId())
        .param("lineManagerId", row.lineManagerId())
        .param("departmentId", row.departmentId())
        .param("askedAt", row.askedAt())
        .param("reminders", row.reminders())
        .param("askedAgain", row.askedAgain())
        .param("renewing", row.renewing())
        .param("agreedBy", row.agreedBy())
        .param("agreedAt", row.agreedAt())
        .param("agreedManagerId", row.agreedManagerId())
        .param("agreedDepartmentId", row.agreedDepartmentId())
        .param("agreedShareReason", row.agreedShareReason())
        .param("agreedRelief", row.agreedRelief())
        .param("agreedReliefBy", row.agreedReliefBy())
        .param("graceUntil", row.graceUntil())
        .param("endedWhy", row.endedWhy())
        .param("recordDue", row.recordDue())
        .param("recordedBy", row.recordedBy())
        .param("recordedAt", row.recordedAt())
        .param("startedAt", row.startedAt())
        .param("endedAt", row.endedAt())
        .param("dueAt", dueAt)
        .update();
    agreement.newSteps().forEach(step -> add(id, step));
  }

  private void add(MandateId id, Step step) {
    var stored =
        sql.sql(
                """
                insert into network.mandate_step
                  (mandate_id, version, kind, by_id, about_id, share_percent, ends_on, contract_hours, at)
                values (:mandate, :version, :kind, :by, :about, :share, :endsOn, :contractHours, :at)
                returning id
                """)
            .param("mandate", id)
            .param("version", step.version())
            .param("kind", step.kind())
            .param("by", step.by())
            .param("about", step.about())
            .param("share", step.sharePercent())
            .param("endsOn", step.endsOn())
            .param("contractHours", step.contractHours())
            .param("at", step.at())
            .query(Long.class)
            .single();
    if (step.words() != null) {
      sql.sql("insert into network.mandate_words (step_id, text) values (:step, :text)")
          .param("step", stored)
          .param("text", step.words())
          .update();
    }
  }
}
