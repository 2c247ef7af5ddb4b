-- What registers have told of a person's death, each at the midnight of its day: that they have died, and that this was a mistake; of each
-- the latest. While a death stands, nobody acts for them but their heirs, nor they for others (mandate, given_mandate).
alter table person
  add column died_at timestamptz,
  add column death_reversed_at timestamptz;
