-- R34: what an applicant for a certificate was taught and passed is read from the registers, not typed again. Which exams are
-- 资格考试 is said when they are set.
alter table faheng.exam add column qualifying boolean not null default false;

grant select on faheng.training_entry, faheng.training_course, faheng.training_session, faheng.exam, faheng.exam_entry to faheng_facts;
do $$
declare t text;
begin
  foreach t in array array['training_entry', 'training_course', 'training_session', 'exam', 'exam_entry'] loop
    execute format('create policy facts on faheng.%I for select to faheng_facts using (true)', t);
  end loop;
end $$;

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- The lines of the log that stand and had happened by the instant, each with its course and session.
create function faheng.fact_training(county text, persons text[], until timestamptz)
returns table (person text, id text, kind text, at timestamptz, until_at timestamptz, year integer, hours integer, course text, title text, course_kind text, course_hours integer,
  session text, starts timestamptz, ends timestamptz, session_hours integer)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select e.person, e.id, e.kind, e.at, e.until_at, e.year, e.hours, e.course, c.title, c.kind, c.hours, s.id, s.starts, s.ends, s.hours from faheng.training_entry e
  left join faheng.training_course c on c.region = e.region and c.id = e.course
  left join faheng.training_session s on s.region = e.region and s.id = e.session
  where e.region = county and e.person = any (persons) and e.kind <> 'struck' and coalesce(e.until_at, e.at) <= $3
    and not exists (select from faheng.training_entry x where x.region = e.region and x.person = e.person and x.kind = 'struck' and x.struck = e.id)
  order by e.recorded, e.id;
end $$;

-- 编制类别 of that day, and the newest 资格考试 he passed since; else the newest he sat without passing. A result counts once the exam is closed for everybody.
create function faheng.fact_qualified(county text, persons text[], since date, until timestamptz)
returns table (person text, category text, exam text, exam_on date, passed boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, f.category, x.id, x.held, x.passed from unnest(persons) as p (person)
  left join lateral (select o.category from faheng.officer_profile o where o.region = county and o.person = p.person
    and o.valid_from <= ($4 at time zone 'Asia/Shanghai')::date order by o.valid_from desc limit 1) f on true
  left join lateral (
    select e.id, (n.submitted at time zone 'Asia/Shanghai')::date as held, n.total >= e.pass as passed from faheng.exam_entry n
    join faheng.exam e on e.region = n.region and e.id = n.exam
    where n.region = county and n.person = p.person and e.qualifying and e.closes <= $4 and n.total is not null and n.submitted >= since
    order by passed desc, n.submitted desc limit 1) x on true;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_training(text, text[], timestamptz)'::regprocedure, 'faheng.fact_qualified(text, text[], date, timestamptz)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app, faheng_worker', f);
  end loop;
end $$;
