-- The audit trail is read newest first, by when something was done: all of it, or what one actor, one role or one action did. Each of
-- these is an index in that order, so that a page costs what it shows, whatever the period and however long the trail.
create index audit_at on audit (at, entry);
create index audit_actor on audit (actor, at, entry);
create index audit_role on audit (split_part(actor, ':', 1), at, entry);
create index audit_action on audit (action, at, entry);
