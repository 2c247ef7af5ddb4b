-- A journey that has been erased leaves its row, with nothing in it that is content or says whose it was.
alter table journey add column erased_at timestamptz;

-- Its version is then negative: no commit expects that, whatever a process still holds in memory.
alter table journey drop constraint journey_version_check;
alter table journey add constraint journey_version_check check (version <> 0 and (version < 0) = (erased_at is not null));

-- Ended journeys that are still kept, oldest first: what retention walks through. None of its columns changes at a step.
create index journey_kept on journey (started_at, journey_id) where status in ('done', 'cancelled') and erased_at is null;
