package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.packed.ReleasePacker;
import org.idiome.knowledge.publisher.Publishers;
import org.idiome.knowledge.release.Licence;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.all.Importers;
import org.jspecify.annotations.Nullable;

/// Takes publishers' files into a home, under the writer's place, until it is closed.
public final class Intake implements AutoCloseable {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int SHOWN_ROWS = 3;

  private final KnowledgeHome home;
  private final HomeFolder folder;
  private final Importers importers;
  private final Instant now;
  private final Limits limits;
  private final HomeFolder.Writer writer;
  private int made;

  Intake(KnowledgeHome home, HomeFolder folder, Importers importers, Instant now, Limits limits)
      throws IOException {
    this.home = home;
    this.folder = folder;
    this.importers = importers;
    this.now = now;
    this.limits = limits;
    this.writer = folder.write();
  }

  /// Takes a file.
  ///
  /// @param name how problems call it
  /// @param address where it was fetched from, or null
  /// @throws BadInputException where it cannot be used; nothing of it is left
  public Taken take(Path file, String name, @Nullable String address, ImportSettings settings)
      throws IOException {
    int number = made++;
    var making = Files.createDirectory(folder.making().resolve(Integer.toString(number)));
    try {
      // Of two files of one command the later one is the newer.
      return take(file, name, address, settings, making, now.plusNanos(number));
    } finally {
      HomeFolder.remove(making);
    }
  }

  private Taken take(
      Path file,
      String name,
      @Nullable String address,
      ImportSettings settings,
      Path making,
      Instant moment)
      throws IOException {
    var found = importers.find(Head.of(file, name, limits), name, settings);
    var source = source(file, found, settings);
    requireName(source, name);
    var published = making.resolve(Release.PUBLISHED);
    Files.copy(file, published);
    var hashes = FileHashes.of(published, name, limits);
    var key = key(found, settings);
    var before = before(source, hashes, key);
    if (before != null) {
      return new Taken.Already(before);
    }
    var packed = making.resolve(Release.PACKED);
    ReleaseStatement statement;
    ReleasePacker.PackedSummary summary;
    try (var packer = new ReleasePacker(making)) {
      statement = found.importer().read(new SourceText(published, name, limits), settings, packer);
      summary = packer.write(packed);
    }
    requireSomething(summary, name);
    var card =
        new ReleaseCard(
            source,
            found.importer().format(),
            found.as().variant(),
            found.importer().version(),
            String.valueOf(file.getFileName()),
            address,
            hashes.bytes(),
            hashes.published(),
            hashes.content(),
            KnowledgeHome.hash(packed),
            moment,
            statement,
            licence(Publishers.licence(source), statement, settings),
            settings,
            summary.rows(),
            summary.claims(),
            summary.terms(),
            summary.notices());
    Release.write(making, card);
    Whole.force(published);
    var place = folder.releases().resolve(source).resolve(hashes.published().hex() + key);
    Files.createDirectories(place.getParent());
    Whole.move(making, place);
    home.renew(now);
    return new Taken.New(Release.of(place), problems(card, name));
  }

  private static String source(Path file, Importers.Found found, ImportSettings settings) {
    var said = settings.source();
    if (said != null) {
      return said;
    }
    return found.as().source().equals(Recognition.BY_FILE_NAME)
        ? byName(String.valueOf(file.getFileName()))
        : found.as().source();
  }

  /// The name of a file up to its first dot, in the characters of a source.
  private static String byName(String fileName) {
    int dot = fileName.indexOf('.', 1);
    var stem = (dot < 0 ? fileName : fileName.substring(0, dot)).toLowerCase(Locale.ROOT);
    var plain = stem.replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[_-]+", "");
    return plain.isEmpty() ? "file" : plain;
  }

  /// What beside the bytes makes a release another: the reader and what the user said.
  private static String key(Importers.Found found, ImportSettings settings) {
    var version = "-" + found.importer().format() + "-" + found.importer().version();
    var said = new ImportSettings(null, settings.columns(), settings.prefix(), settings.licence());
    return said.equals(ImportSettings.NONE)
        ? version
        : version + "-" + Sha256.of(said.toJson().canonicalBytes()).shortHex();
  }

  private @Nullable Release before(String source, FileHashes hashes, String key)
      throws IOException {
    for (var release : home.releases()) {
      boolean isSame =
          release.card().source().equals(source)
              && release.card().content().equals(hashes.content())
              && String.valueOf(release.folder().getFileName()).endsWith(key);
      if (isSame) {
        return release.isRetired() ? inForceAgain(release) : release;
      }
    }
    return null;
  }

  /// Who imports what was retired wants it.
  private Release inForceAgain(Release release) throws IOException {
    Files.delete(release.folder().resolve(Release.RETIRED));
    home.renew(now);
    return Release.of(release.folder());
  }

  private static void requireName(String source, String name) {
    if (!SOURCE.matcher(source).matches()) {
      throw bad(ProblemCode.KNOWLEDGE_SOURCE_NAME, name, "source", source);
    }
  }

  private static void requireSomething(ReleasePacker.PackedSummary summary, String name) {
    var rows = summary.rows();
    if (rows.kept() > 0) {
      return;
    }
    var refused = summary.notices().notUnderstood();
    var values = new ArrayList<>(List.of("rows", Long.toString(rows.read())));
    if (!refused.isEmpty()) {
      var first = refused.getFirst();
      values.addAll(
          List.of(
              "line",
              Long.toString(first.line()),
              "column",
              first.column(),
              "value",
              first.value()));
    }
    throw bad(ProblemCode.KNOWLEDGE_NOTHING_KEPT, name, values.toArray(String[]::new));
  }

  private static Licence licence(
      Licence publisher, ReleaseStatement statement, ImportSettings settings) {
    var said = settings.licence();
    if (said != null) {
      return new Licence(said, Licence.Basis.USER, Licence.Redistribution.NOT_KNOWN);
    }
    var inFile = statement.licence();
    return inFile == null
        ? publisher
        : new Licence(inFile, Licence.Basis.FILE, publisher.redistribution());
  }

  private static List<Problem> problems(ReleaseCard card, String name) {
    long lost = card.rows().notUnderstood();
    if (lost == 0) {
      return List.of();
    }
    var examples = new ArrayList<String>();
    for (var row : card.notices().notUnderstood()) {
      if (examples.size() < SHOWN_ROWS) {
        examples.add(
            String.format(Locale.ROOT, "line %d: %s %s", row.line(), row.column(), row.value())
                .strip());
      }
    }
    return List.of(
        Problem.of(
            ProblemCode.KNOWLEDGE_ROWS_NOT_UNDERSTOOD,
            Place.file(name),
            "rows",
            Long.toString(lost),
            "examples",
            String.join("; ", examples)));
  }

  private static BadInputException bad(ProblemCode code, String name, String... values) {
    return new BadInputException(Problem.of(code, Place.file(name), values));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
