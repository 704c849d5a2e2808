"""Series, networks and change points over coded acts: pure functions of the cells that the store counts."""
