package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.SnapshotManifest;
import org.idiome.knowledge.source.all.Importers;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.jspecify.annotations.Nullable;

/// A folder of releases, shared by stores and by work on files.
///
/// Reading needs no lock: a release is there whole or not at all. One writer at a time.
public final class KnowledgeHome {
  private final HomeFolder folder;
  private final Importers importers;
  private final SnapshotLog log;

  /// @param root need not be there; the first release makes it
  public KnowledgeHome(Path root, Importers importers) {
    this.folder = new HomeFolder(root.toAbsolutePath().normalize());
    this.importers = importers;
    this.log = new SnapshotLog(folder.snapshots());
  }

  /// Where it lies.
  public Path root() {
    return folder.root();
  }

  /// A folder in it for files that are being fetched; refuses what is no home.
  public Path fetching() throws IOException {
    folder.requireForm();
    return folder.fetching();
  }

  /// All releases, sorted by source and then from old to new.
  ///
  /// @throws org.idiome.core.problem.BadInputException where the folder is no home
  public List<Release> releases() throws IOException {
    folder.requireForm();
    var releases = new ArrayList<Release>();
    for (var one : folder.releaseFolders()) {
      releases.add(Release.of(one));
    }
    releases.sort(ReleaseOrder.OLD_TO_NEW);
    return List.copyOf(releases);
  }

  /// The releases in force, by source: the newest of each that is not retired.
  public SortedMap<String, Release> inForce() throws IOException {
    return inForce(releases());
  }

  private static SortedMap<String, Release> inForce(List<Release> releases) {
    var newest = new TreeMap<String, Release>();
    for (var release : releases) {
      if (!release.isRetired()) {
        newest.put(release.card().source(), release);
      }
    }
    return Collections.unmodifiableSortedMap(newest);
  }

  /// The snapshots that were in force, by the whole hash of their manifests, from old to new; one
  /// that was in force again stands once, where it was first.
  public List<String> snapshots() throws IOException {
    folder.requireForm();
    var ids = new LinkedHashSet<String>();
    log.entries().forEach(entry -> ids.add(entry.id()));
    return List.copyOf(ids);
  }

  /// The snapshot that was in force at the end of a moment, or null where there was none yet.
  public @Nullable String snapshotBy(Instant moment) throws IOException {
    folder.requireForm();
    String last = null;
    for (var entry : log.entries()) {
      if (!entry.since().isAfter(moment)) {
        last = entry.id();
      }
    }
    return last;
  }

  /// The imported releases of a snapshot, by source.
  ///
  /// @param id one of [#snapshots]
  /// @throws BadInputException where its manifest was changed, or a release of it is not there
  public SortedMap<String, Release> snapshot(String id) throws IOException {
    var file = log.file(id);
    var text = Files.exists(file) ? Files.readString(file) : "";
    if (!Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().equals(id)) {
      throw Release.damaged(file);
    }
    var lines = Set.copyOf(text.lines().toList());
    var found = new TreeMap<String, Release>();
    for (var release : releases()) {
      var card = release.card();
      boolean isIn = lines.contains(card.source() + "\t" + card.published().hex());
      for (var setting : card.manifestSettings().entrySet()) {
        isIn &= lines.contains("setting:" + setting.getKey() + "\t" + setting.getValue());
      }
      if (isIn) {
        found.put(card.source(), release);
      }
    }
    long wanted =
        lines.stream()
            .filter(line -> !line.startsWith("setting:") && !line.startsWith("starter/"))
            .count();
    if (wanted != found.size()) {
      throw Release.damaged(file);
    }
    return Collections.unmodifiableSortedMap(found);
  }

  /// The manifest of the knowledge that ships together with releases.
  public static SnapshotManifest manifest(Iterable<Release> releases) {
    var manifest = new SnapshotManifest();
    for (var shipped : StarterKnowledge.shipped().releases()) {
      manifest.release(shipped.source(), shipped.hash());
      manifest.setting("importer." + shipped.source(), shipped.importerVersion());
    }
    for (var release : releases) {
      manifest.release(release.card().source(), release.card().published());
      release.card().manifestSettings().forEach(manifest::setting);
    }
    return manifest;
  }

  /// Takes publishers' files, each whole or not at all.
  ///
  /// @param now when the user asked
  public Intake intake(Instant now, Limits limits) throws IOException {
    return new Intake(this, folder, importers, now, limits);
  }

  /// Puts the snapshot of the releases that are there in force.
  void renew(Instant now) throws IOException {
    log.put(now, manifest(inForce().values()));
  }

  /// Takes a release out of lists and new snapshots; those that have it keep it.
  public void retire(Release release, Instant now) throws IOException {
    try (var _ = folder.write()) {
      Whole.write(release.folder().resolve(Release.RETIRED), now + "\n");
      renew(now);
    }
  }

  /// The files that do not hold what was written, relative to the home; none where all is well.
  /// Every byte is looked at.
  public List<String> damaged() throws IOException {
    folder.requireForm();
    var damaged = new ArrayList<String>();
    for (var one : folder.releaseFolders()) {
      Release release;
      try {
        release = Release.of(one);
      } catch (IOException | BadInputException _) {
        damaged.add(relative(one.resolve(Release.CARD)));
        continue;
      }
      if (!isSame(release.published(), release.card().published())) {
        damaged.add(relative(release.published()));
      }
      if (!isSame(release.packed(), release.card().packed())) {
        damaged.add(relative(release.packed()));
      }
    }
    damaged.addAll(damagedManifests());
    return List.copyOf(damaged);
  }

  private List<String> damagedManifests() throws IOException {
    var damaged = new ArrayList<String>();
    if (Files.isDirectory(folder.snapshots())) {
      try (var files = Files.list(folder.snapshots())) {
        for (var file : files.sorted().toList()) {
          var name = String.valueOf(file.getFileName());
          int dot = name.indexOf(".manifest");
          if (dot > 0 && !hash(file).hex().equals(name.substring(0, dot))) {
            damaged.add(relative(file));
          }
        }
      }
    }
    return damaged;
  }

  private static boolean isSame(Path file, Sha256 hash) {
    try {
      return hash(file).equals(hash);
    } catch (IOException _) {
      return false;
    }
  }

  static Sha256 hash(Path file) throws IOException {
    var digest = Sha256.newDigest();
    var buffer = new byte[1 << 16];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.of(digest);
  }

  private String relative(Path file) {
    return folder.root().relativize(file).toString();
  }
}
