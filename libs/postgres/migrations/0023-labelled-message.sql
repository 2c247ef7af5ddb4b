-- Whether the subject of a message says which of several journeys it is about; fixed with its language, when it is first delivered.
alter table message add column labelled boolean;
