package org.dohyo.support;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;

import io.quarkus.qute.i18n.Message;

/** Messages in English without a running application: the text of each with its parameters in their places. */
public final class EnglishWords {

    private EnglishWords() {
    }

    public static <T> T of(Class<T> bundle) {
        return bundle.cast(Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] { bundle },
                (proxy, method, values) -> rendered(method, values)));
    }

    private static String rendered(Method method, Object[] values) {
        String text = method.getAnnotation(Message.class).value();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            text = text.replace("{" + parameters[i].getName() + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
