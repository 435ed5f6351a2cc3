package org.idiome.cli;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes classes of an old form anew, as the compiler of today would.
///
/// A start-up cache takes no class from before Java 6: without stack maps they are verified in the
/// old way, at every start. That is a fifth of the time that a short command takes. Nothing but the
/// form changes: version, stack maps.
final class OldClasses {
  private static final String CLASS = ".class";

  private OldClasses() {}

  /// Lifts the classes of a jar, where any is old.
  static void lift(Path jar) throws IOException {
    try (var from = new ZipFile(jar.toFile())) {
      if (!isOld(from)) {
        return;
      }
      var aside = jar.resolveSibling(jar.getFileName() + ".aside");
      var where = new URL[] {jar.toUri().toURL()};
      try (var loader = new URLClassLoader(where);
          var to = new ZipOutputStream(Files.newOutputStream(aside))) {
        var known = ClassHierarchyResolver.ofResourceParsing(loader);
        var form =
            ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                    known.orElse(ClassHierarchyResolver.defaultResolver())));
        for (var entries = from.entries(); entries.hasMoreElements(); ) {
          copy(from, entries.nextElement(), form, to);
        }
      }
      Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isOld(ZipFile jar) throws IOException {
    for (var entries = jar.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      if (entry.getName().endsWith(CLASS)) {
        try (var in = jar.getInputStream(entry)) {
          var head = in.readNBytes(8);
          if (head[7] < ClassFile.JAVA_6_VERSION && head[6] == 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void copy(ZipFile from, ZipEntry entry, ClassFile form, ZipOutputStream to)
      throws IOException {
    byte[] bytes;
    try (var in = from.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    var same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    to.putNextEntry(same);
    to.write(entry.getName().endsWith(CLASS) ? lifted(bytes, form) : bytes);
    to.closeEntry();
  }

  private static byte[] lifted(byte[] bytes, ClassFile form) {
    var old = form.parse(bytes);
    if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.latestMajorVersion(), 0);
          } else {
            builder.with(element);
          }
        };
    // Code that is handed on untouched keeps its old stack maps, which are none.
    var code = ClassTransform.transformingMethodBodies((builder, part) -> builder.with(part));
    return form.transformClass(old, version.andThen(code));
  }
}
