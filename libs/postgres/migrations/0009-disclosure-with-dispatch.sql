-- What is given to an authority is what a dispatch gives it: one row tells both, and is written once.
alter table dispatch
  -- Whose data it is, which, and on which ground. Names of data, never the data; null when nothing personal is in the input.
  add column persons uuid[],
  add column categories text[],
  add column ground text,
  add check (num_nulls(persons, categories, ground) in (0, 3));

update dispatch d
set persons = g.persons, categories = g.categories, ground = g.ground
from disclosure g
where g.journey_id = d.journey_id and g.dispatch_seq = d.seq;

drop table disclosure;
