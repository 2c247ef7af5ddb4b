-- When ops last asked for a dispatch to be tried again: how long it may be tried counts from then. Null for nearly all.
alter table dispatch add column reopened_at timestamptz;
