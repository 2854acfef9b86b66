-- Asked is another year: known also while a manager's other share waits for the power user, or nobody is there to ask.
alter table mandate add column renewing boolean not null default false;
update mandate set renewing = true where stage = 'renewal_due';
