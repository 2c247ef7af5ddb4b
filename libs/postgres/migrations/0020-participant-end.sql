-- A role may be taken back: whoever had it no longer takes part from then on. They may come into it again.
alter table participant add column until timestamptz;
