package org.dohyo.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.InvalidEndpointException.Fault;

/** An endpoint's parameters, from which a codec takes those that its protocol names or places otherwise. */
public final class Parameters {

    /** Says of a model that its answers begin within a thought, or that they don't; never sent. */
    public static final String OPENS_WITH_THOUGHT = "opens_with_thought";

    /** Puts the system prompt at the head of the first prompt, for models that know no such role; never sent. */
    public static final String FOLD_SYSTEM = "fold_system";

    private final Map<String, Object> left;

    public Parameters(Endpoint endpoint) {
        left = new LinkedHashMap<>(endpoint.parameters());
        left.remove(OPENS_WITH_THOUGHT);
        left.remove(FOLD_SYSTEM);
    }

    public boolean has(String name) {
        return left.containsKey(name);
    }

    /** Takes a parameter of whatever type; null where there is none. */
    public Object take(String name) {
        return left.remove(name);
    }

    /** Takes a parameter that is a text. */
    public String text(String name, String otherwise) {
        Object value = left.remove(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidEndpointException("parameters", Fault.NO_TEXT, name);
    }

    /** Takes a parameter that is an object; an empty one where there is none. */
    public Map<String, Object> object(String name) {
        Object value = left.remove(name);
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> copy.put(String.valueOf(key), member));
        } else if (value != null) {
            throw new InvalidEndpointException("parameters", Fault.NO_OBJECT, name);
        }
        return copy;
    }

    /** Moves a parameter to where the protocol wants it, under the protocol's name; what is there already stays. */
    public void move(String name, Map<String, Object> to, String as) {
        Object value = left.remove(name);
        if (value != null) {
            to.putIfAbsent(as, value);
        }
    }

    /** The texts that an answer ends before; none where the parameter {@code stop} is missing or something else. */
    public List<String> stops() {
        Object stop = left.get("stop");
        List<?> all = stop instanceof List<?> list ? list : stop == null ? List.of() : List.of(stop);
        return all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /** Moves a stop text or a list of them: these protocols want a list. */
    public void moveStops(Map<String, Object> to, String as) {
        if (left.get("stop") instanceof String one) {
            left.put("stop", List.of(one));
        }
        move("stop", to, as);
    }

    /** The parameters that nobody has taken. */
    public Map<String, Object> rest() {
        return left;
    }
}
