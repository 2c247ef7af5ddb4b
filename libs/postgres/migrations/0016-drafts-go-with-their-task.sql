-- The commit statement asks this while it holds the row of the journey. A statement within a volatile function sees what has been
-- committed until it begins; the commit statement itself would see only what was there when it began, and miss a draft that
-- was saved while it waited for the row.
create function clear_drafts(journey uuid, cleared jsonb) returns void
language sql volatile
as $$
  delete from draft d
  using jsonb_to_recordset(cleared) as c (task text, person uuid)
  where d.journey_id = journey and d.task = c.task and (c.person is null or d.person_id = c.person)
$$;

-- Drafts whose task or journey is over already.
delete from draft d
where not exists (
  select from journey j
  where j.journey_id = d.journey_id and j.status in ('active', 'held') and d.task = any(j.states)
);
