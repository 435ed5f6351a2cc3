package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceFile;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.record.json.Documents;
import org.idiome.record.json.JsonDocument;
import org.idiome.record.json.JsonValue;
import org.idiome.record.phenopacket.Packet;
import org.idiome.record.phenopacket.Part;
import org.idiome.record.phenopacket.PhenopacketReader;
import org.idiome.record.table.TableDescription;
import org.idiome.record.table.TableReader;

/// Reads a person's folder, or a phenopacket alone.
public final class PersonFolder {
  /// What calls itself a phenopacket, under a name that no folder is read by.
  private static final Pattern OTHER_PACKET =
      Pattern.compile("(?i).*phenopacket.*\\.(json|yaml|yml)");

  /// The file that a folder must have.
  public static final String PACKET_NAME = "phenopacket.json";

  /// The part of an export that is a person's folder.
  public static final String RECORD_NAME = "record";

  /// The list of an export's files.
  public static final String MANIFEST_NAME = "manifest.tsv";

  private static final List<String> PACKET_NAMES =
      List.of(PACKET_NAME, "phenopacket.yaml", "phenopacket.yml");

  private final ReadingOptions options;
  private final Sources sources = new Sources();
  private final Problems problems = new Problems();
  private final RowTexts rowTexts;
  private final Map<Layer, QuantityColumnsBuilder> quantities = new TreeMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private ItemCounts items = ItemCounts.NONE;

  private PersonFolder(ReadingOptions options) {
    this.options = options;
    this.rowTexts = new RowTexts(sources, options);
  }

  /// Reads a folder that has a `phenopacket.json`, `.yaml` or `.yml`, the folder of an export, or a
  /// phenopacket by its own name.
  ///
  /// @throws BadInputException where nothing can be attributed to one person
  /// @throws IOException where the disk fails
  public static PersonRecord read(Path path, ReadingOptions options) throws IOException {
    return new PersonFolder(options).record(path);
  }

  /// Reads a phenopacket that is a part of a file; files that it names lie beside that file.
  ///
  /// @param source the file as a whole
  /// @throws BadInputException where nothing can be attributed to one person
  static PersonRecord of(
      JsonDocument document, Part part, SourceFile source, Path path, ReadingOptions options)
      throws IOException {
    var reader = new PersonFolder(options);
    int file = reader.sources.open(source.name());
    reader.rowTexts.add(file, document.root());
    var packet =
        PhenopacketReader.read(
            document, part, source.name(), file, reader.sources, reader.problems);
    reader.sources.close(file, source.hash(), source.sizeBytes());
    return reader.record(packet, path, false);
  }

  private PersonRecord record(Path path) throws IOException {
    var packetPath = Files.isDirectory(path) ? packetOf(path, options) : path;
    return record(packet(packetPath), packetPath, !packetPath.equals(path));
  }

  /// @param isFolder whether all that lies beside the packet belongs to it
  private PersonRecord record(Packet packet, Path packetPath, boolean isFolder) throws IOException {
    var folder = packetPath.toAbsolutePath().resolveSibling(".").toRealPath();
    var files = new FolderFiles(new FolderPaths(folder), packet, options, problems, sources);
    files.sort();
    if (isFolder) {
      new UnnamedFiles(folder, nameOf(packetPath), options, problems).report(files.seen());
    }
    packet.quantities().forEach(one -> columns(one.layer()).add(one));
    statements.addAll(packet.statements());
    items = ItemCounts.of(packet.counts());
    readTables(files, packet);
    var columns = new TreeMap<Layer, QuantityColumns>();
    quantities.forEach((layer, builder) -> {
      if (builder.size() > 0) {
        columns.put(layer, builder.build());
      }
    });
    MistypedCodes.report(statements, columns.values(), sources, problems);
    return new PersonRecord(
        packet.individual(),
        packet.origin(),
        packet.specimens(),
        statements,
        columns,
        files.variantFiles(),
        packet.pedigree(),
        sources,
        problems.kept(),
        new TreeMap<>(problems.counts()),
        items,
        rowTexts);
  }

  /// The packet of a folder, which may be a link within it; of an export that of its record.
  private static Path packetOf(Path given, ReadingOptions options) throws IOException {
    var record = given.resolve(RECORD_NAME);
    boolean isExport =
        Files.isRegularFile(record.resolve(PACKET_NAME)) && packetNames(given).isEmpty();
    if (isExport) {
      ExportList.check(given, options);
    }
    var folder = isExport ? record : given;
    var names = packetNames(folder);
    if (names.isEmpty()) {
      throw noPacket(folder);
    }
    if (names.size() > 1) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FOLDER_PACKET_REPEATED,
              Place.file(folder.toString()),
              "names",
              String.join(", ", names)));
    }
    var packet = folder.resolve(names.getFirst());
    if (!packet.toRealPath().startsWith(folder.toRealPath())) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FOLDER_PATH_OUTSIDE,
              Place.file(names.getFirst()),
              "path",
              names.getFirst()));
    }
    return packet;
  }

  /// A packet of another name may be the one that is meant.
  private static BadInputException noPacket(Path folder) throws IOException {
    var code = ProblemCode.FOLDER_NO_PHENOPACKET;
    var place = Place.file(folder.toString());
    List<String> others;
    try (var files = Files.list(folder)) {
      others =
          files
              .filter(Files::isRegularFile)
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> OTHER_PACKET.matcher(name).matches())
              .sorted()
              .toList();
    }
    return new BadInputException(
        others.isEmpty()
            ? Problem.of(code, place, "name", PACKET_NAME)
            : Problem.of(code, place, "name", PACKET_NAME, "other", others.getFirst()));
  }

  private static List<String> packetNames(Path folder) {
    return PACKET_NAMES.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).toList();
  }

  private QuantityColumnsBuilder columns(Layer layer) {
    return quantities.computeIfAbsent(layer, QuantityColumns::of);
  }

  private void readTables(FolderFiles files, Packet packet) throws IOException {
    var collected = new HashMap<String, When>();
    packet.specimens().forEach(one -> collected.put(one.id(), one.collected()));
    var reader = new TableReader(sources, problems, collected, options.bytes(), options.columns());
    for (var table : files.tables()) {
      try {
        var description = TableDescription.of(table.file().attributes(), table.place(), problems);
        var read =
            reader.read(
                table.inside().path(),
                table.inside().name(),
                description,
                table.specimen(),
                columns(description.layer()),
                statements);
        rowTexts.add(read.file(), table.inside().path(), read.headerLine());
        items = items.plus(ItemCounts.of(read.count()));
        BareFile.sayRefused(read.count(), problems);
      } catch (BadInputException e) {
        problems.add(files.refused(e.problem(), table.file(), table.inside()));
      }
    }
  }

  /// What is no text of a packet is called what it is, not a packet with a mistake in it.
  private static void requirePossible(Content content, String name) {
    var other = content == Content.XML ? "XML or HTML" : content.binary();
    if (other != null) {
      throw notRecognised(name, other);
    }
  }

  private static void requireNoFhir(JsonDocument document, String name) {
    if (document.root() instanceof JsonValue.Obj object
        && object.members().get("resourceType") instanceof JsonValue.Text type) {
      throw notRecognised(name, "FHIR " + type.text());
    }
  }

  private static BadInputException notRecognised(String name, String content) {
    return new BadInputException(
        Problem.of(ProblemCode.FILE_NOT_RECOGNISED, Place.file(name), "content", content));
  }

  private static String nameOf(Path path) {
    var name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private Packet packet(Path path) throws IOException {
    var name = nameOf(path);
    try (var input = Input.open(path, name, options.bytes())) {
      int file = sources.open(name);
      rowTexts.add(file, path, 0);
      requirePossible(input.content(), name);
      var document = Documents.read(input, options.json());
      requireNoFhir(document, name);
      var packet = PhenopacketReader.read(document, name, file, sources, problems);
      sources.close(file, input.finish(), input.sizeBytes());
      return packet;
    }
  }
}
