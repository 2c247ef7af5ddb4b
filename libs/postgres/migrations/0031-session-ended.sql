-- Every process reads once a minute which sessions were ended lately: their tokens are believed no more.
create index session_ended on session (ended_at) where ended_at is not null;
