-- Whom a request was about, also where they take no part in its journey: they are told that an authority was given data about them.
create index dispatch_persons on dispatch using gin (persons) where seq > 0 and persons <> '{}';
