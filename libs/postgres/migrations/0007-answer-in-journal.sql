-- The journal holds what an authority has answered; a second copy beside the dispatch had no reader.
alter table dispatch drop column answer;
