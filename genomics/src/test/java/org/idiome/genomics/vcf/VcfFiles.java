package org.idiome.genomics.vcf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;

/// Reads VCF files whole, for tests.
public final class VcfFiles {
  private VcfFiles() {}

  /// Everything that is wrong with a file, all samples looked at; a refusal is one problem more.
  public static Problems problems(Path file) throws IOException {
    return problems(Input.open(file, file.toString(), Limits.DEFAULT));
  }

  /// Everything that is wrong with a text.
  public static Problems problems(String text) throws IOException {
    return problems(input(text));
  }

  /// A text as input.
  public static Input input(String text) throws IOException {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes as input.
  public static Input input(byte[] bytes) throws IOException {
    return Input.of(new ByteArrayInputStream(bytes), "x.vcf", Limits.DEFAULT);
  }

  /// Everything that is wrong with an input.
  public static Problems problems(Input input) throws IOException {
    return problems(input, VcfLimits.DEFAULT);
  }

  /// Everything that is wrong with a text, within limits.
  static Problems problems(String text, VcfLimits limits) throws IOException {
    return problems(input(text), limits);
  }

  private static Problems problems(Input input, VcfLimits limits) throws IOException {
    var problems = new Problems();
    try (input) {
      var reader = new VcfReader(input, limits, problems);
      while (reader.next()) {
        for (int i = 0; reader.record().isReadable() && i < reader.header().samples().size(); i++) {
          reader.sample(i);
        }
      }
    } catch (BadInputException refusal) {
      problems.add(refusal.problem());
    }
    return problems;
  }
}
