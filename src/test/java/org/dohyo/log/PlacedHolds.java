package org.dohyo.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reasons not to sign, in memory alone. */
public final class PlacedHolds extends SigningHolds {

    private final Map<String, Hold> open = new HashMap<>();
    private final Map<String, Long> confirmed = new HashMap<>();

    public PlacedHolds() {
        super(null, null, null);
    }

    @Override
    public boolean place(Hold hold) {
        if (confirmed.getOrDefault(hold.source(), -1L) >= hold.seen()) {
            return false;
        }
        open.put(hold.source(), hold);
        return true;
    }

    @Override
    public boolean held() {
        return !open.isEmpty();
    }

    @Override
    public List<Hold> open() {
        return List.copyOf(open.values());
    }

    @Override
    public void confirm(String who) {
        open.values().forEach(hold -> confirmed.put(hold.source(), hold.seen()));
        open.clear();
    }
}
