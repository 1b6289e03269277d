-- What the city says of itself: its name above every page, and the code of its site (gov.cn page marks).
create table platform.city (
  id        integer primary key default 1 check (id = 1),
  name_zh   text not null,
  name_en   text not null,
  site_code text not null default ''
);
