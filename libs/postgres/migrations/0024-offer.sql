-- A journey may be held out to somebody before it begins, and lapse without having begun.
alter table journey drop constraint journey_status_check;
alter table journey add constraint journey_status_check
  check (status in ('offered', 'active', 'cancelling', 'cancelled', 'done', 'held', 'lapsed'));

-- What has lapsed is kept for a while as well.
drop index journey_kept;
create index journey_kept on journey (started_at, journey_id)
  where status in ('done', 'cancelled', 'lapsed') and erased_at is null;

comment on column timer.seq is 'Negative for what is not of the chart: a notice to another journey, the end of an offer.';
