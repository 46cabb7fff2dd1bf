package org.dohyo.dataset.format;

import java.lang.reflect.Constructor;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Every class that is a format, as the application has them, without its container. */
public final class AllFormats {

    private AllFormats() {
    }

    public static VoteFormats beans() {
        List<VoteFormat> formats = new ClassFileImporter().importPackages("org.dohyo.dataset.format").stream()
                .filter(type -> type.isAssignableTo(VoteFormat.class) && !type.isInterface())
                .map(AllFormats::made).toList();
        return new VoteFormats(formats);
    }

    private static VoteFormat made(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (VoteFormat) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
