-- Secrets of the system itself that must outlive every master key. Each is wrapped with a master key that it names.
create table secret (
  name text primary key,
  wrapped bytea not null
);
