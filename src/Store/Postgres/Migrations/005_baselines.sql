-- From where a target sets out (mức xuất phát): value, unit and year as JSON. Plans saved before have none until they are loaded anew.

alter table targets add column baseline text;
