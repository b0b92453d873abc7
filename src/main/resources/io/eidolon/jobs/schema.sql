-- H2 and PostgreSQL. Each statement may be run again.
create table if not exists eidolon_job (
  id varchar(36) primary key,
  client varchar(200) not null,
  state varchar(16) not null,
  request text not null,
  total int not null,
  done int not null,
  shard_size int not null,
  bytes bigint not null default 0,
  licence varchar(1000),
  failure varchar(1000),
  idempotency_key varchar(255) unique,
  fingerprint varchar(64),
  created timestamp with time zone not null,
  started timestamp with time zone,
  finished timestamp with time zone
);
alter table eidolon_job add column if not exists bytes bigint not null default 0;
create index if not exists eidolon_job_created on eidolon_job (created);
create table if not exists eidolon_job_shard (
  job varchar(36) not null references eidolon_job (id) on delete cascade,
  shard int not null,
  file varchar(100) not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  primary key (job, shard)
);
create table if not exists eidolon_job_partition (
  job varchar(36) not null references eidolon_job (id) on delete cascade,
  partition_number int not null,
  pictures int not null,
  primary key (job, partition_number)
);
-- One row, which whoever takes a job locks
create table if not exists eidolon_job_admission (id int primary key);
insert into eidolon_job_admission select 1 where not exists (select 1 from eidolon_job_admission);
-- That of db-scheduler, as its documentation has it
create table if not exists scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index if not exists execution_time_idx on scheduled_tasks (execution_time);
create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
