-- The tables as the migrations leave them, to be read; migrations/ is what is run.
-- Written anew by: UPDATE_SCHEMA=1 npm test -- dump-schema

create table access_chain (
  chain_id uuid not null,
  person_id uuid,
  withheld boolean not null,
  entries integer not null,
  link bytea not null,
  head text not null,
  sealed_at timestamp with time zone,
  erased bytea,
  constraint access_chain_pkey PRIMARY KEY (chain_id),
  constraint access_chain_entries_check CHECK ((entries > 0)),
  constraint access_chain_person_id_withheld_key UNIQUE (person_id, withheld)
);
CREATE INDEX access_chain_sealed ON public.access_chain USING btree (sealed_at DESC NULLS LAST);

create table access_chain_progress (
  single boolean not null default true,
  recorded_below bigint not null,
  constraint access_chain_progress_pkey PRIMARY KEY (single),
  constraint access_chain_progress_single_check CHECK (single)
);

create table access_entry (
  chain_id uuid not null,
  number integer not null,
  commitment bytea not null,
  link bytea not null,
  journey uuid,
  seq integer,
  look bigint,
  recorded bigint,
  content bytea,
  own uuid,
  erased bytea,
  constraint access_entry_pkey PRIMARY KEY (chain_id, number),
  constraint access_entry_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES access_chain(chain_id),
  constraint access_entry_check CHECK ((num_nulls(journey, recorded, content) = ANY (ARRAY[0, 3]))),
  constraint access_entry_check1 CHECK ((num_nonnulls(seq, look, own) = num_nonnulls(journey))),
  constraint access_entry_number_check CHECK ((number > 0))
);
alter table access_entry alter column content set storage external;
CREATE INDEX access_entry_source ON public.access_entry USING btree (journey, seq, look, own);

create table appraisal (
  digest text not null,
  claimed_until timestamp with time zone not null,
  beside jsonb,
  found jsonb,
  constraint appraisal_pkey PRIMARY KEY (digest),
  constraint appraisal_known CHECK (((beside IS NULL) = (found IS NULL)))
);

create table assistance (
  assistance_id uuid not null,
  caseworker_id uuid not null,
  authority text not null,
  person_id uuid not null,
  identified text not null,
  received_on date,
  reason text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  recorded bigint not null default ((pg_current_xact_id())::text)::bigint,
  constraint assistance_pkey PRIMARY KEY (assistance_id),
  constraint assistance_check CHECK ((caseworker_id <> person_id)),
  constraint assistance_check1 CHECK (((received_on IS NOT NULL) = (identified = 'letter'::text))),
  constraint assistance_check2 CHECK ((since < until)),
  constraint assistance_identified_check CHECK ((identified = ANY (ARRAY['counter'::text, 'letter'::text]))),
  constraint assistance_reason_check CHECK ((reason = ANY (ARRAY['exempt'::text, 'noSignIn'::text, 'wishesHelp'::text])))
);
CREATE INDEX assistance_caseworker ON public.assistance USING btree (caseworker_id, since DESC);
CREATE INDEX assistance_person ON public.assistance USING btree (person_id, since DESC);
CREATE INDEX assistance_recorded ON public.assistance USING btree (recorded);

create table audit (
  entry bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subjects text[] not null,
  reason text,
  outcome text,
  recorded bigint not null default ((pg_current_xact_id())::text)::bigint,
  constraint audit_pkey PRIMARY KEY (entry)
);
CREATE INDEX audit_action ON public.audit USING btree (action, at, entry);
CREATE INDEX audit_actor ON public.audit USING btree (actor, at, entry);
CREATE INDEX audit_at ON public.audit USING btree (at, entry);
CREATE INDEX audit_recorded ON public.audit USING btree (recorded);
CREATE INDEX audit_role ON public.audit USING btree (split_part(actor, ':'::text, 1), at, entry);
CREATE INDEX audit_subjects ON public.audit USING gin (subjects);

create table authority_pause (
  authority text not null,
  paused boolean not null,
  reason text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint authority_pause_pkey PRIMARY KEY (authority)
);

create table browser_session (
  id_hash bytea not null,
  session_id uuid,
  sealed bytea not null,
  expires_at timestamp with time zone not null,
  constraint browser_session_pkey PRIMARY KEY (id_hash)
);
CREATE INDEX browser_session_expires ON public.browser_session USING btree (expires_at);
CREATE INDEX browser_session_session ON public.browser_session USING btree (session_id);

create table calendar_feed (
  person_id uuid not null,
  secret_hash bytea not null,
  made_at timestamp with time zone not null,
  constraint calendar_feed_pkey PRIMARY KEY (person_id),
  constraint calendar_feed_secret_hash_key UNIQUE (secret_hash)
);

create table chain_verification (
  verification_id uuid not null,
  actor text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  persons integer,
  entries bigint,
  erased bigint,
  erased_persons integer,
  fault jsonb,
  constraint chain_verification_pkey PRIMARY KEY (verification_id),
  constraint chain_verification_check CHECK ((num_nulls(finished_at, persons, entries, erased, erased_persons) = ANY (ARRAY[0, 5]))),
  constraint chain_verification_check1 CHECK (((fault IS NULL) OR (finished_at IS NOT NULL)))
);
CREATE INDEX chain_verification_started ON public.chain_verification USING btree (started_at DESC);

create table clearance (
  digest text not null,
  beside jsonb not null,
  versions jsonb not null,
  cleared_at timestamp with time zone not null default now(),
  constraint clearance_pkey PRIMARY KEY (digest)
);

create table correction (
  correction_id uuid not null,
  person_id uuid not null,
  definition text not null,
  asked_at timestamp with time zone not null,
  last_day date not null,
  content bytea not null,
  answered_at timestamp with time zone,
  answer bytea,
  constraint correction_pkey PRIMARY KEY (correction_id),
  constraint correction_check CHECK ((num_nulls(answered_at, answer) = ANY (ARRAY[0, 2])))
);
CREATE INDEX correction_answered ON public.correction USING btree (answered_at) WHERE (answered_at IS NOT NULL);
CREATE INDEX correction_person ON public.correction USING btree (person_id, asked_at DESC, correction_id DESC);

create table definition (
  hash text not null,
  id text not null,
  effective date not null,
  sources jsonb not null,
  published_at timestamp with time zone not null default now(),
  publication integer not null generated always as identity,
  published_by text not null default 'system'::text,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_because text,
  own_only boolean not null default false,
  constraint definition_pkey PRIMARY KEY (hash),
  constraint definition_withdrawn_wholly CHECK ((num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) = ANY (ARRAY[0, 3])))
);
CREATE INDEX definition_latest ON public.definition USING btree (id, effective, publication);

create table dispatch (
  journey_id uuid not null,
  seq integer not null,
  service text not null,
  authority text not null,
  state text,
  status text not null,
  attempt integer not null default 0,
  created_at timestamp with time zone not null,
  ring_at timestamp with time zone,
  due_at timestamp with time zone,
  settled_at timestamp with time zone,
  error_code text,
  error_message text,
  input bytea not null,
  persons uuid[],
  categories text[],
  ground text,
  reopened_at timestamp with time zone,
  undoes integer,
  holder uuid,
  acted_for uuid,
  recorded bigint not null default ((pg_current_xact_id())::text)::bigint,
  holder_authority text,
  constraint dispatch_pkey PRIMARY KEY (journey_id, seq),
  constraint dispatch_asked_by CHECK ((num_nonnulls(state, undoes) =
CASE
    WHEN (seq <= 0) THEN 0
    ELSE 1
END)),
  constraint dispatch_check CHECK (((ring_at IS NOT NULL) = (status = 'pending'::text))),
  constraint dispatch_check1 CHECK (((settled_at IS NULL) = (status = ANY (ARRAY['pending'::text, 'accepted'::text, 'parked'::text])))),
  constraint dispatch_check2 CHECK ((num_nulls(persons, categories, ground) = ANY (ARRAY[0, 3]))),
  constraint dispatch_check3 CHECK (((holder IS NULL) = (acted_for IS NULL))),
  constraint dispatch_check4 CHECK (((holder_authority IS NULL) OR (holder IS NOT NULL))),
  constraint dispatch_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'answered'::text, 'refused'::text, 'stopped'::text, 'late'::text, 'parked'::text])))
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table dispatch_%1$s partition of dispatch for values with (modulus 4, remainder %1$s) with (fillfactor=80, autovacuum_vacuum_scale_factor=0.02)', part); end loop; end $$;
alter table dispatch alter column input set storage external;
CREATE INDEX dispatch_open ON public.dispatch USING btree (authority, status, ring_at) WHERE (settled_at IS NULL);
CREATE INDEX dispatch_overdue ON public.dispatch USING btree (due_at) WHERE (status = 'accepted'::text);
CREATE INDEX dispatch_parked ON public.dispatch USING btree (created_at, journey_id, seq) WHERE (status = 'parked'::text);
CREATE INDEX dispatch_persons ON public.dispatch USING gin (persons) WHERE ((seq > 0) AND (persons <> '{}'::uuid[]));
CREATE INDEX dispatch_recorded ON public.dispatch USING brin (recorded) WITH (pages_per_range='32', autosummarize='on');

create table document (
  journey_id uuid not null,
  document_id uuid not null,
  task text not null,
  person_id uuid not null,
  field text not null,
  saved_at timestamp with time zone not null,
  sent boolean not null default false,
  head bytea,
  constraint document_pkey PRIMARY KEY (journey_id, document_id)
);
CREATE INDEX document_person ON public.document USING btree (person_id) WHERE (NOT sent);

create table document_piece (
  journey_id uuid not null,
  document_id uuid not null,
  piece integer not null,
  data bytea not null,
  constraint document_piece_pkey PRIMARY KEY (journey_id, document_id, piece),
  constraint document_piece_journey_id_document_id_fkey FOREIGN KEY (journey_id, document_id) REFERENCES document(journey_id, document_id) ON DELETE CASCADE
);
alter table document_piece alter column data set storage external;

create table draft (
  journey_id uuid not null,
  task text not null,
  person_id uuid not null,
  saved_at timestamp with time zone not null,
  data bytea not null,
  holder uuid,
  constraint draft_pkey PRIMARY KEY (journey_id, task, person_id)
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table draft_%1$s partition of draft for values with (modulus 4, remainder %1$s)', part); end loop; end $$;
CREATE INDEX draft_holder ON public.draft USING btree (holder, person_id) WHERE (holder IS NOT NULL);

create table feedback (
  feedback_id uuid not null,
  definition text not null,
  score smallint not null,
  remark bytea,
  month date not null,
  constraint feedback_pkey PRIMARY KEY (feedback_id),
  constraint feedback_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint feedback_score_check CHECK (((score >= 1) AND (score <= 5)))
);
CREATE INDEX feedback_definition ON public.feedback USING btree (definition, month DESC);

create table feedback_giver (
  journey_id uuid not null,
  person_id uuid not null,
  constraint feedback_giver_pkey PRIMARY KEY (journey_id, person_id)
);
CREATE INDEX feedback_giver_person ON public.feedback_giver USING btree (person_id);

create table given_mandate (
  mandate_id uuid not null,
  holder_id uuid not null,
  person_id uuid not null,
  journeys text[],
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  names bytea not null,
  given_at timestamp with time zone not null,
  due_at timestamp with time zone,
  constraint given_mandate_pkey PRIMARY KEY (mandate_id),
  constraint given_mandate_check CHECK ((holder_id <> person_id)),
  constraint given_mandate_check1 CHECK ((since < until))
);
CREATE INDEX given_mandate_due ON public.given_mandate USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX given_mandate_holder ON public.given_mandate USING btree (holder_id, since);
CREATE INDEX given_mandate_person ON public.given_mandate USING btree (person_id, since);

create table head_key (
  generation integer not null,
  key_id text not null,
  public jsonb not null,
  wrapped bytea,
  made_at timestamp with time zone not null,
  constraint head_key_pkey PRIMARY KEY (generation),
  constraint head_key_key_id_key UNIQUE (key_id)
);

create table journal (
  journey_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  kind text not null,
  actor text,
  subject text not null,
  origin text,
  states_entered text[] not null,
  states_left text[] not null,
  detail bytea not null,
  state text,
  seen_by text[],
  holder uuid,
  holder_authority text,
  constraint journal_pkey PRIMARY KEY (journey_id, seq),
  constraint journal_check CHECK (((holder_authority IS NULL) OR (holder IS NOT NULL)))
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table journal_%1$s partition of journal for values with (modulus 4, remainder %1$s)', part); end loop; end $$;
alter table journal alter column detail set storage external;
CREATE UNIQUE INDEX journal_origin ON public.journal USING btree (journey_id, origin) WHERE (origin IS NOT NULL);

create table journey (
  journey_id uuid not null,
  definition text not null,
  hash text not null,
  status text not null,
  version integer not null,
  started_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  states text[] not null,
  state bytea not null,
  erased_at timestamp with time zone,
  constraint journey_pkey PRIMARY KEY (journey_id),
  constraint journey_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'active'::text, 'cancelling'::text, 'cancelled'::text, 'done'::text, 'held'::text, 'lapsed'::text]))),
  constraint journey_version_check CHECK (((version <> 0) AND ((version < 0) = (erased_at IS NOT NULL))))
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table journey_%1$s partition of journey for values with (modulus 4, remainder %1$s) with (fillfactor=70, toast_tuple_target=4080, autovacuum_vacuum_scale_factor=0.05)', part); end loop; end $$;
alter table journey alter column state set storage external;
CREATE INDEX journey_kept ON public.journey USING btree (started_at, journey_id) WHERE ((status = ANY (ARRAY['done'::text, 'cancelled'::text, 'lapsed'::text])) AND (erased_at IS NULL));
CREATE INDEX journey_open ON public.journey USING btree (status, started_at, journey_id) WHERE (status = ANY (ARRAY['active'::text, 'cancelling'::text, 'held'::text]));
CREATE INDEX journey_reference ON public.journey USING btree (substr((journey_id)::text, 21));
CREATE INDEX journey_started ON public.journey USING btree (started_at, journey_id);

create table journey_key (
  journey_id uuid not null,
  wrapped bytea not null,
  constraint journey_key_pkey PRIMARY KEY (journey_id)
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table journey_key_%1$s partition of journey_key for values with (modulus 4, remainder %1$s)', part); end loop; end $$;

create table mandate (
  holder_id uuid not null,
  person_id uuid not null,
  basis text not null,
  since timestamp with time zone not null,
  journeys text[],
  until timestamp with time zone,
  ended_at timestamp with time zone,
  constraint mandate_pkey PRIMARY KEY (holder_id, person_id, basis, since),
  constraint mandate_basis_check CHECK ((basis = ANY (ARRAY['parent'::text, 'guardian'::text, 'heir'::text]))),
  constraint mandate_check CHECK ((holder_id <> person_id))
);
CREATE INDEX mandate_person ON public.mandate USING btree (person_id, basis, since);

create table message (
  journey_id uuid not null,
  seq integer not null,
  item integer not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  role text not null,
  text text not null,
  params bytea,
  content bytea,
  language text,
  status text not null,
  way text,
  received_on date,
  returned text,
  read_at timestamp with time zone,
  labelled boolean,
  constraint message_pkey PRIMARY KEY (journey_id, seq, item),
  constraint message_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint message_returned CHECK (((returned IS NOT NULL) = (status = 'returned'::text))),
  constraint message_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'delivered'::text, 'returned'::text]))),
  constraint message_way_check CHECK ((way = ANY (ARRAY['digitalPost'::text, 'letter'::text, 'mailbox'::text]))),
  constraint message_worded CHECK ((num_nonnulls(params, content) = 1))
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table message_%1$s partition of message for values with (modulus 4, remainder %1$s)', part); end loop; end $$;
alter table message alter column content set storage external;
CREATE INDEX message_person ON public.message USING btree (person_id, at DESC, journey_id DESC, seq DESC, item DESC);

create table migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

create table ops_session (
  id_hash bytea not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint ops_session_pkey PRIMARY KEY (id_hash)
);

create table participant (
  journey_id uuid not null,
  role text not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint participant_pkey PRIMARY KEY (journey_id, role, person_id)
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table participant_%1$s partition of participant for values with (modulus 4, remainder %1$s)', part); end loop; end $$;
CREATE INDEX participant_person ON public.participant USING btree (person_id, journey_id);

create table person (
  person_id uuid not null,
  cpr_hmac bytea not null,
  cpr bytea not null,
  created_at timestamp with time zone not null default now(),
  died_at timestamp with time zone,
  death_reversed_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (person_id),
  constraint person_cpr_hmac_key UNIQUE (cpr_hmac)
);

create table person_setting (
  person_id uuid not null,
  language text not null,
  set_at timestamp with time zone not null default now(),
  constraint person_setting_pkey PRIMARY KEY (person_id),
  constraint person_setting_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);

create table registered_name (
  person_id uuid not null,
  name bytea not null,
  since timestamp with time zone not null,
  constraint registered_name_pkey PRIMARY KEY (person_id)
);

create table second_channel (
  person_id uuid not null,
  way text not null,
  sealed bytea not null,
  confirmed boolean not null,
  code_until timestamp with time zone not null,
  tries smallint not null,
  constraint second_channel_pkey PRIMARY KEY (person_id),
  constraint second_channel_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'email'::text])))
);

create table secret (
  name text not null,
  wrapped bytea not null,
  constraint secret_pkey PRIMARY KEY (name)
);

create table sent_text (
  text_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  way text not null,
  sealed bytea not null,
  purpose text not null,
  told_of uuid,
  seq integer,
  categories text[] not null,
  ground text not null,
  recorded bigint not null default ((pg_current_xact_id())::text)::bigint,
  constraint sent_text_pkey PRIMARY KEY (text_id),
  constraint sent_text_check CHECK ((num_nulls(told_of, seq) =
CASE purpose
    WHEN 'news'::text THEN 0
    ELSE 2
END)),
  constraint sent_text_purpose_check CHECK ((purpose = ANY (ARRAY['code'::text, 'news'::text]))),
  constraint sent_text_told_of_seq_key UNIQUE (told_of, seq),
  constraint sent_text_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'email'::text])))
);
CREATE INDEX sent_text_person ON public.sent_text USING btree (person_id, at DESC);
CREATE INDEX sent_text_recorded ON public.sent_text USING btree (recorded);

create table session (
  session_id uuid not null,
  person_id uuid,
  role text not null,
  face text not null,
  acr text not null,
  sign_in_hash bytea,
  proof_hash bytea not null,
  renewal_hash bytea not null,
  started_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  authority text,
  constraint session_pkey PRIMARY KEY (session_id),
  constraint session_of_somebody CHECK (((person_id IS NOT NULL) OR (ended_at IS NOT NULL))),
  constraint session_proof_hash_key UNIQUE (proof_hash),
  constraint session_renewal_hash_key UNIQUE (renewal_hash)
);
CREATE INDEX session_ended ON public.session USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX session_ends ON public.session USING btree (ends_at);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE INDEX session_sign_in ON public.session USING btree (sign_in_hash);

create table signing_key (
  generation integer not null,
  key_id text not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null,
  constraint signing_key_pkey PRIMARY KEY (generation),
  constraint signing_key_key_id_key UNIQUE (key_id)
);

create table timer (
  journey_id uuid not null,
  seq integer not null,
  due_at timestamp with time zone not null,
  ring_at timestamp with time zone not null,
  constraint timer_pkey PRIMARY KEY (journey_id, seq)
) partition by HASH (journey_id);
do $$ begin for part in 0..3 loop execute format('create table timer_%1$s partition of timer for values with (modulus 4, remainder %1$s) with (autovacuum_vacuum_scale_factor=0.02)', part); end loop; end $$;
CREATE INDEX timer_due ON public.timer USING btree (ring_at);

CREATE OR REPLACE FUNCTION public.clear_drafts(journey uuid, cleared jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from draft d
  using jsonb_to_recordset(cleared) as c (task text, person uuid)
  where d.journey_id = journey and d.task = c.task and (c.person is null or d.person_id = c.person);

  update document d
  set sent = true
  from jsonb_to_recordset(cleared) as c (task text, sent uuid[])
  where d.journey_id = journey and d.task = c.task and d.document_id = any(c.sent);

  delete from document d
  using jsonb_to_recordset(cleared) as c (task text, person uuid)
  where d.journey_id = journey and d.task = c.task and (c.person is null or d.person_id = c.person) and not d.sent;
$function$;
