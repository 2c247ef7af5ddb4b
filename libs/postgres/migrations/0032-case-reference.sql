-- The random end of a journey's id, from which its case reference is made: ops find the one by the other.
create index journey_reference on journey (substr(journey_id::text, 21));
