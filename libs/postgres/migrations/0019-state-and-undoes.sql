-- What an entry is about is the path of a state; what asked for a dispatch is a state, or the compensation of an earlier dispatch.
alter table journal rename column step to state;

alter table dispatch rename column step to state;
alter table dispatch add column undoes integer;
alter table dispatch alter column state drop not null;

update dispatch
set undoes = substring(state from 38)::integer, state = null
where state ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[1-9][0-9]*$';

alter table dispatch add constraint dispatch_asked_by check (num_nonnulls(state, undoes) = 1);
