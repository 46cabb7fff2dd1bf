-- Boards are computed anew, since ranges of ranks are drawn in the order of the models' names from now on.
update project_log set board_size = 0;
