-- What a schema may hold only since PostgreSQL 15 to 18.
create table public.newer (
    id integer unique,
    room int4range,
    valid_at daterange constraint newer_when not null,
    a integer,
    b integer,
    twice integer generated always as (a * 2) virtual,
    constraint newer_nulls unique nulls not distinct (a),
    constraint newer_not_enforced check (a > 0) not enforced,
    constraint newer_no_inherit check (b > 0) no inherit,
    constraint newer_no_overlaps unique (room, valid_at without overlaps),
    constraint newer_not_enforced_fk foreign key (a) references public.newer (id) not enforced,
    constraint newer_set_null_fk foreign key (a) references public.newer (id) on delete set null (a)
);
alter table public.newer add constraint newer_b_not_null not null b not valid;
create unique index newer_index on public.newer (b) nulls not distinct;

create table public.identity_parent (
    id bigint generated always as identity (start 7),
    at date
) partition by range (at);
create table public.identity_child partition of public.identity_parent default;

create unlogged sequence public.passing;
create unlogged table public.fleeting (id serial);
