package org.idiome.record.bad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.ReadingOptions;

/// What comes out of a file, a line for each problem and each thing that is known then.
final class Answer {
  private static final String META =
      "\"metaData\":{\"createdBy\":\"x\",\"phenopacketSchemaVersion\":\"2.0\"}";
  private static final String LABORATORY =
      "\"layer\":\"laboratory\",\"shape\":\"long\",\"feature\":\"analyte\",\"value\":\"value\","
          + "\"unit\":\"unit\",\"time\":\"date\",\"timeUnit\":\"date\"";
  private static final String WIDE =
      "\"layer\":\"transcriptome\",\"shape\":\"wide\",\"feature\":\"gene\",\"samples\":\"S1=1\","
          + "\"timeUnit\":\"study_day\"";

  private Answer() {}

  /// Of a phenopacket.
  static List<String> ofPacket(Path folder, byte[] packet) throws IOException {
    Files.write(folder.resolve("phenopacket.json"), packet);
    return of(folder);
  }

  /// Of a table that a packet describes as its name tells: `lab…` is long, all else wide.
  static List<String> ofTable(Path folder, String name, byte[] table, String more)
      throws IOException {
    Files.write(folder.resolve(name), table);
    return ofPacket(folder, packetOf(name, more));
  }

  /// A packet that names one table.
  static byte[] packetOf(String table, String more) {
    var packet =
        "{\"subject\":{\"id\":\"s\"},"
            + META
            + ",\"files\":[{\"uri\":\""
            + table
            + "\",\"fileAttributes\":{"
            + (table.startsWith("lab") ? LABORATORY : WIDE)
            + more
            + "}}]}";
    return packet.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> of(Path folder) throws IOException {
    PersonRecord record;
    try {
      record = PersonFolder.read(folder, ReadingOptions.DEFAULT);
    } catch (BadInputException e) {
      return List.of("refused: " + text(e.problem()));
    }
    var lines = new ArrayList<String>();
    record.problems().stream()
        .filter(one -> one.code() != ProblemCode.TABLE_COLUMN_NOT_USED)
        .forEach(one -> lines.add(text(one)));
    for (var one : record.statements()) {
      var conflict = one.qualifier("conflict") == null ? "" : " conflict";
      var onset = one.qualifier("onset") == null ? "" : " onset";
      lines.add(
          "%s %s %s%s%s"
              .formatted(one.kind(), one.concept().id(), one.presence().code(), conflict, onset));
    }
    record
        .quantities()
        .forEach((layer, columns) -> {
          for (int row = 0; row < columns.size(); row++) {
            var one = columns.quantity(row);
            lines.add(
                "%s %s %s @%s"
                    .formatted(
                        one.feature().id(),
                        new String(
                            one.amount().magnitude().canonicalBytes(), StandardCharsets.UTF_8),
                        one.amount().unit().text(),
                        one.when().text()));
          }
        });
    return lines;
  }

  private static String text(Problem problem) {
    return problem.code().code() + " " + problem.reach().code() + " " + problem.place().text();
  }
}
