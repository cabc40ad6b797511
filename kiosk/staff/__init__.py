"""What staff do with an exhibit away from its visitors: check it, render it, keep its versions."""
