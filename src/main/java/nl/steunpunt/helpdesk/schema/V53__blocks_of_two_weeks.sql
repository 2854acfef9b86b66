-- Blocks are of two weeks, not four: what was told by four is counted anew.
delete from outcome_part;
delete from outcome_span;
update outcome_reckoned set at = null;
comment on table outcome_part is 'Of two weeks, by one thing.';
