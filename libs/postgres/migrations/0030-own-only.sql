-- Whether nobody acts for another in journeys of this kind.
alter table definition
  add column own_only boolean not null default false;
