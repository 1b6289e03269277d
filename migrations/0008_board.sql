-- The office's board: reminders, at most one for a unit a day.
create schema board;

create table board.reminder (
  id          bigint generated always as identity primary key,
  reminded_on date        not null,
  by_id       bigint      not null references accounts.person (id),
  at          timestamptz not null
);

-- What each unit was reminded of, as it stood then.
create table board.reminder_unit (
  reminder_id bigint  not null references board.reminder (id),
  unit_id     bigint  not null references organisations.unit (id),
  reminded_on date    not null,
  overdue     integer not null,
  due_soon    integer not null,
  waiting     integer not null,
  primary key (reminder_id, unit_id),
  unique (unit_id, reminded_on)
);
