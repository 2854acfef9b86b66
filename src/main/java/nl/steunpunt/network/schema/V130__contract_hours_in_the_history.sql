-- What the contract came to from a step of kind hours_changed on; null there: no fixed hours any more.
alter table mandate_step add contract_hours numeric(5, 2);
