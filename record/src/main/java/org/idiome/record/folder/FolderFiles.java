package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Sources;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.record.code.Assemblies;
import org.idiome.record.phenopacket.Packet;
import org.idiome.record.phenopacket.PacketFile;
import org.jspecify.annotations.Nullable;

/// Sorts the files that a packet names: variant files of this person, tables, and neither.
final class FolderFiles {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

  private final FolderPaths paths;
  private final Packet packet;
  private final ReadingOptions options;
  private final Problems problems;
  private final Sources sources;
  private final List<VariantFile> variantFiles = new ArrayList<>();
  private final List<TableFile> tables = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final Set<Path> seen = new HashSet<>();

  /// A table that the packet describes.
  record TableFile(
      FolderPaths.Named.Inside inside, PacketFile file, Place place, @Nullable String specimen) {}

  FolderFiles(
      FolderPaths paths,
      Packet packet,
      ReadingOptions options,
      Problems problems,
      Sources sources) {
    this.paths = paths;
    this.packet = packet;
    this.options = options;
    this.problems = problems;
    this.sources = sources;
  }

  List<VariantFile> variantFiles() {
    return variantFiles;
  }

  /// The files of the folder that the packet names, as it names them and all links followed; also
  /// those that were refused.
  Set<Path> seen() {
    return seen;
  }

  List<TableFile> tables() {
    return tables;
  }

  /// Sorts all of them; what is wrong with one is a problem and does not touch the others.
  void sort() throws IOException {
    var all = packet.files();
    if (all.size() > options.files()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FOLDER_TOO_MANY_FILES,
              Place.file(sources.name(0)),
              "count",
              Integer.toString(all.size()),
              "limit",
              Integer.toString(options.files()),
              "option",
              ReadingOptions.FILES_OPTION));
    }
    for (var file : all) {
      sort(file);
    }
  }

  private void sort(PacketFile file) throws IOException {
    var place = Place.pointer(sources.name(file.row().file()), file.line(), file.pointer());
    switch (paths.resolve(file.uri(), place)) {
      case FolderPaths.Named.Refused refused -> {
        if (refused.at() != null) {
          seen.add(refused.at());
        }
        problems.add(described(refused.problem(), file));
      }
      case FolderPaths.Named.Inside inside -> {
        seen.add(inside.path());
        seen.add(inside.at());
        if (!named.add(inside.path() + "\n" + file.attributes() + file.identifiers())) {
          problems.add(Problem.of(ProblemCode.FOLDER_FILE_REPEATED, place, "path", inside.name()));
          return;
        }
        try {
          sort(file, inside, place);
        } catch (BadInputException e) {
          refuse(e.problem(), file, inside);
        }
      }
    }
  }

  /// Nothing of a file is taken; its hash is kept, by which it is known when it comes alone.
  private void refuse(Problem problem, PacketFile file, FolderPaths.Named.Inside inside)
      throws IOException {
    problems.add(refused(problem, file, inside));
  }

  /// A problem of a file of which nothing was taken.
  Problem refused(Problem problem, PacketFile file, FolderPaths.Named.Inside inside)
      throws IOException {
    var layer = layer(file);
    var code = layer == null ? null : layer.code();
    var said = new NotTaken.Said(inside.name(), code, sample(file));
    return NotTaken.of(problem, inside.path(), said, options.bytes());
  }

  /// With digest and layer as the packet states them, by which the file is known when it comes
  /// alone.
  private Problem described(Problem problem, PacketFile file) {
    var values = new TreeMap<>(problem.values());
    var digest = file.attributes().get("sha256");
    if (digest != null && DIGEST.matcher(digest).matches()) {
      values.put("sha256", digest);
    }
    var layer = layer(file);
    if (layer != null) {
      values.put("layer", layer.code());
    }
    var sample = sample(file);
    if (sample != null) {
      values.put("sample", sample);
    }
    return new Problem(problem.code(), problem.reach(), problem.place(), values);
  }

  /// The sample that the person, or a specimen of theirs, is in a file; null where nobody says it.
  private @Nullable String sample(PacketFile file) {
    var owners = owners(file);
    return owners.isEmpty() ? null : owners.getFirst().sample();
  }

  /// As stated; of variants else that of whom they are; null where nobody says it.
  private @Nullable Layer layer(PacketFile file) {
    var stated = file.attributes().get("layer");
    if (stated != null) {
      var code = stated.strip();
      return Arrays.stream(Layer.values())
          .filter(layer -> layer.code().equalsIgnoreCase(code))
          .findFirst()
          .orElse(null);
    }
    if (!isSaidToHoldVariants(file)) {
      return null;
    }
    var owners = owners(file);
    return owners.isEmpty() ? null : layerOfSpecimen(owners.getFirst());
  }

  private void sort(PacketFile file, FolderPaths.Named.Inside inside, Place place)
      throws IOException {
    var named = owners(file);
    var owners = agreeing(named, file);
    if (owners.isEmpty() && !named.isEmpty()) {
      refuse(
          Problem.of(
              ProblemCode.FOLDER_SAMPLE_CONTRADICTORY,
              place,
              "path",
              inside.name(),
              "sample",
              file.attributes().getOrDefault("sampleName", "")),
          file,
          inside);
      return;
    }
    if (owners.isEmpty()) {
      problems.add(Problem.of(ProblemCode.FOLDER_FILE_OF_ANOTHER, place, "path", inside.name()));
      return;
    }
    var content = content(inside);
    if (content == Content.VCF || isSaidToHoldVariants(file)) {
      for (var owner : owners) {
        variantFile(file, inside, place, owner);
      }
    } else if (file.attributes().containsKey("shape")) {
      var specimen = owners.size() == 1 ? owners.getFirst().specimen() : null;
      tables.add(new TableFile(inside, file, place, specimen));
    } else {
      refuse(notDescribed(file, inside, place, content), file, inside);
    }
  }

  /// Where a part of the description of a table is there, what it lacks.
  private static Problem notDescribed(
      PacketFile file, FolderPaths.Named.Inside inside, Place place, Content content) {
    var said = file.attributes().keySet();
    boolean isTable = !Collections.disjoint(said, List.of("feature", "samples", "value"));
    var missing = new ArrayList<String>();
    Stream.of("layer", "shape", "feature")
        .filter(one -> isTable && !said.contains(one))
        .forEach(missing::add);
    var found = content.name().toLowerCase(Locale.ROOT);
    return Problem.of(
        ProblemCode.FOLDER_FILE_NOT_DESCRIBED,
        place,
        "path",
        inside.name(),
        isTable ? "missing" : "content",
        isTable ? String.join(", ", missing) : found);
  }

  private Content content(FolderPaths.Named.Inside inside) throws IOException {
    try (var input = Input.open(inside.path(), inside.name(), options.bytes())) {
      return input.content();
    }
  }

  /// What is said decides where the content tells nothing: the reader then says what it lacks.
  private static boolean isSaidToHoldVariants(PacketFile file) {
    return "VCF".equalsIgnoreCase(file.attributes().get("fileFormat"));
  }

  /// The person, or one of the person's specimens, as a file calls it.
  private record Owner(@Nullable String specimen, @Nullable String sample) {}

  /// Whom of this person a file is about; none where it names only others.
  private List<Owner> owners(PacketFile file) {
    var owners = new ArrayList<Owner>();
    file.identifiers()
        .forEach((id, sample) -> {
          if (specimen(id) != null) {
            owners.add(new Owner(id, sample));
          }
        });
    var own = file.identifiers().get(packet.individual().id());
    if (own == null) {
      if (file.identifiers().isEmpty()) {
        owners.add(new Owner(file.specimen(), file.attributes().get("sampleName")));
      }
    } else if (owners.stream().noneMatch(owner -> own.equals(owner.sample()))) {
      // A sample that is a specimen's is not the person's besides.
      owners.add(new Owner(owners.isEmpty() ? file.specimen() : null, own));
    }
    return owners;
  }

  /// Those whose name in the file is the one that `sampleName` gives, where it gives one.
  private static List<Owner> agreeing(List<Owner> owners, PacketFile file) {
    var sample = file.attributes().get("sampleName");
    return sample == null
        ? owners
        : owners.stream().filter(owner -> sample.equals(owner.sample())).toList();
  }

  private @Nullable Specimen specimen(String id) {
    for (var specimen : packet.specimens()) {
      if (specimen.id().equals(id)) {
        return specimen;
      }
    }
    return null;
  }

  private void variantFile(
      PacketFile file, FolderPaths.Named.Inside inside, Place place, Owner owner)
      throws IOException {
    var stated = file.attributes().get("layer");
    var ofSpecimen = layerOfSpecimen(owner);
    var layer = stated == null ? ofSpecimen : SaidLayer.of(stated);
    if (layer == null) {
      var problem = Problem.of(ProblemCode.FOLDER_LAYER_NOT_STATED, place, "path", inside.name());
      refuse(problem, file, inside);
      return;
    }
    if (owner.specimen() != null && ofSpecimen != null && ofSpecimen != layer) {
      refuse(
          Problem.of(
              ProblemCode.FOLDER_LAYER_CONTRADICTORY,
              place,
              "path",
              inside.name(),
              "layer",
              layer.code(),
              "specimen",
              owner.specimen()),
          file,
          inside);
      return;
    }
    var assembly = file.attributes().get("genomeAssembly");
    if (assembly != null && Assemblies.of(assembly) == GenomeBuild.UNKNOWN) {
      problems.add(
          Problem.of(
              ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN,
              place,
              "assembly",
              assembly.substring(0, Math.min(80, assembly.length()))));
    }
    variantFiles.add(
        new VariantFile(
            inside.path(),
            inside.name(),
            layer,
            owner.specimen(),
            owner.sample(),
            assembly,
            file.identifiers(),
            file.row()));
  }

  /// By the specimen's state, or null where it has none; of the person as a whole it is the
  /// germline.
  private @Nullable Layer layerOfSpecimen(Owner owner) {
    if (owner.specimen() == null) {
      return Layer.GENOME;
    }
    var specimen = specimen(owner.specimen());
    return switch (specimen == null ? Specimen.State.NOT_STATED : specimen.state()) {
      case GERMLINE -> Layer.GENOME;
      case TUMOUR, PLASMA -> Layer.TUMOUR;
      case NOT_STATED -> null;
    };
  }
}
