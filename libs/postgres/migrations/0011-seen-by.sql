-- Which state an entry is about, and the roles that may see it: a page of what somebody may see is read without the rest. Entries
-- written before do not say.
alter table journal
  add column step text,
  add column seen_by text[];
