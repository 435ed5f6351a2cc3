package org.idiome.store.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.idiome.core.problem.ProblemCode;

/// Where the files of a store lie.
///
/// @param root absolute
public record StoreFolder(Path root) {
  /// A folder of the engine of the dense layers, for what does not fit its memory.
  public static final String SPILL = ".spill";

  /// The file that makes a folder a store.
  public static final String CATALOGUE = "idiome.sqlite";

  private static final Set<PosixFilePermission> FOLDER_MODE =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final Set<PosixFilePermission> FILE_MODE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /// File systems on which two machines would not see each other's locks or shared memory.
  private static final Set<String> NETWORK =
      Set.of(
          "9p",
          "acfs",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "davfs",
          "gfs",
          "gfs2",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "ocfs2",
          "orangefs",
          "smb2",
          "smb3",
          "smbfs",
          "vboxsf",
          "virtiofs",
          "webdav");

  /// A store that is there.
  ///
  /// @throws StoreFault where there is none, or it lies on a network
  public static StoreFolder existing(Path path) {
    var folder = any(path);
    if (folder.isBackup()) {
      throw new StoreFault(ProblemCode.STORE_IS_BACKUP, path.toString());
    }
    folder.requireLocal();
    return folder;
  }

  /// A store or a backup that is there, wherever it lies: to be looked at, not to be used.
  ///
  /// @throws StoreFault where there is none
  public static StoreFolder any(Path path) {
    var folder = new StoreFolder(real(path));
    if (!Files.isRegularFile(folder.catalogue())) {
      folder.requireUnused();
      folder.requireNotInTheMaking();
      throw new StoreFault(ProblemCode.STORE_NOT_FOUND, path.toString());
    }
    return folder;
  }

  /// One folder has one name, over which links it may be called: locks are kept by name. What is
  /// not there yet has that of the folder in which it will be.
  public static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      var whole = path.toAbsolutePath().normalize();
      var parent = whole.getParent();
      return parent == null ? whole : real(parent).resolve(whole.getFileName());
    }
  }

  /// Refuses where nothing lies at a place because a restore was stopped between its last two
  /// steps.
  public static void requireNoneBeside(Path target) {
    requireNotMade(target);
    boolean isBetween = Files.exists(aside(target)) && Files.exists(before(target, 1));
    if (!isBetween || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    int last = 1;
    while (Files.exists(before(target, last + 1))) {
      last++;
    }
    throw new StoreFault(
        ProblemCode.STORE_RESTORE_CUT,
        target.toString(),
        "before",
        before(target, last).toString(),
        "aside",
        aside(target).toString());
  }

  /// Refuses where nothing lies at a place and somebody is making a store or backup of that name.
  private static void requireNotMade(Path target) {
    if (Files.exists(target.resolve(CATALOGUE), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      if (CopyLock.state(aside(target)) == CopyLock.State.RUNNING) {
        throw new StoreFault(
            ProblemCode.STORE_HELD, target.toString(), "holder", CopyLock.holder(aside(target)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Refuses where a store or backup of this name was not finished: who restored it would take an
  /// empty one for it.
  private void requireNotInTheMaking() {
    requireNotMade(root);
    try {
      if (!FolderCopy.leftBeside(this).isEmpty()) {
        throw new StoreFault(
            ProblemCode.STORE_COPY_CUT, root.toString(), "aside", aside(root).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the store that lies at a place goes when another takes it.
  ///
  /// @param number from 1
  public static Path before(Path target, int number) {
    return target.resolveSibling(target.getFileName() + ".before-" + number);
  }

  /// Where a copy is made that will lie at a place.
  static Path aside(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".aside");
  }

  /// A store that is there, or an empty folder for one.
  ///
  /// @throws StoreFault where something else lies there, or it lies on a network
  public static StoreFolder create(Path path) {
    var folder = new StoreFolder(real(path));
    try {
      if (!Files.exists(folder.root, LinkOption.NOFOLLOW_LINKS)) {
        folder.requireUnused();
      }
      if (!Files.exists(folder.catalogue())) {
        folder.requireNotInTheMaking();
      }
      if (Files.exists(folder.root, LinkOption.NOFOLLOW_LINKS)
          && !Files.exists(folder.catalogue())
          && !isFree(folder.root)) {
        folder.requireUnused();
        throw new StoreFault(ProblemCode.STORE_NOT_ONE, path.toString());
      }
      if (folder.isBackup()) {
        throw new StoreFault(ProblemCode.STORE_IS_BACKUP, path.toString());
      }
      makeFolder(folder.root);
      folder = new StoreFolder(real(path));
      folder.requireLocal();
      makeFolder(folder.layers());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is an empty folder, or what a store that was never finished left.
  private static boolean isFree(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (var inside = Files.list(path)) {
      return inside
              .map(file -> String.valueOf(file.getFileName()))
              .allMatch(name -> name.equals("layers") || name.startsWith("writer."))
          && !new StoreFolder(path).isUsed();
    }
  }

  /// Whether a store wrote into it what it writes behind its catalogue: a journal or dense layers.
  public boolean isUsed() {
    if (Files.exists(journal(), LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(layers())) {
      return false;
    }
    try (var below = Files.walk(layers())) {
      return below.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder without a catalogue, in which there is what only a store writes, has lost it.
  private void requireUnused() {
    requireNoneBeside(root);
    if (isUsed()) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, catalogue().toString(), "said", "the file is missing");
    }
  }

  /// The catalogue.
  public Path catalogue() {
    return root.resolve("idiome.sqlite");
  }

  /// The journal: what answering writes.
  public Path journal() {
    return root.resolve("journal.sqlite");
  }

  /// The folder of the dense layers.
  public Path layers() {
    return root.resolve("layers");
  }

  /// Says that the folder is a backup, which is restored before it is used.
  public Path backupSign() {
    return root.resolve("BACKUP.txt");
  }

  /// Whether it is a backup.
  public boolean isBackup() {
    return Files.exists(backupSign(), LinkOption.NOFOLLOW_LINKS);
  }

  /// Whether nothing may be written into it: a medium, or the rights of the user.
  public boolean isReadOnly() {
    return !Files.isWritable(root);
  }

  /// Whether a file right below the folder is one of the store.
  private static boolean isOurs(String name) {
    return name.startsWith(CATALOGUE)
        || name.startsWith("journal.sqlite")
        || name.equals("writer.lock")
        || name.equals("writer.name")
        || name.equals(CopyLock.NAME)
        || name.equals("BACKUP.txt");
  }

  /// Files of the folder that are none of the store's, relative to it; sorted.
  ///
  /// @param isPart tells the files of parts from others below the layers
  public List<String> foreign(Predicate<Path> isPart) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file ->
              file.startsWith(layers())
                  ? !isPart.test(file)
                  : !root.equals(file.getParent()) || !isOurs(String.valueOf(file.getFileName())))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /// Files and folders that others than the owner may open, relative to the folder; sorted. What
  /// the engine of the dense layers left when it was killed is none of them: the next writer takes
  /// it away.
  public List<String> openToOthers() throws IOException {
    if (!root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return List.of();
    }
    var open = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (var file : files.sorted().toList()) {
        if (!file.startsWith(layers().resolve(SPILL))
            && !Files.isSymbolicLink(file)
            && !(Files.isDirectory(file) ? FOLDER_MODE : FILE_MODE)
                .containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
          open.add(root.equals(file) ? "." : root.relativize(file).toString());
        }
      }
    }
    return open;
  }

  /// What the writer holds while it writes.
  Path writerLock() {
    return root.resolve("writer.lock");
  }

  /// Who the writer is.
  Path writerName() {
    return root.resolve("writer.name");
  }

  /// Makes a folder and those above it, for its owner alone.
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      // From its first moment: who is killed behind it leaves nothing open.
      Files.createDirectories(folder, modes(folder, FOLDER_MODE));
      mode(folder, FOLDER_MODE);
    }
  }

  /// Makes a folder for its owner alone.
  ///
  /// @throws FileAlreadyExistsException where something lies there
  static void makeNewFolder(Path folder) throws IOException {
    Files.createDirectory(folder, modes(folder, FOLDER_MODE));
    mode(folder, FOLDER_MODE);
  }

  /// Makes a file for its owner alone, unless it is there.
  public static void makeFile(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createFile(file, modes(file, FILE_MODE));
      } catch (FileAlreadyExistsException _) {
        return; // Another process was faster.
      }
      mode(file, FILE_MODE);
    }
  }

  /// Takes a file from all but its owner.
  public static void ownFile(Path file) throws IOException {
    mode(file, FILE_MODE);
  }

  private static FileAttribute<?>[] modes(Path path, Set<PosixFilePermission> mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static void mode(Path path, Set<PosixFilePermission> mode) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, mode);
    }
  }

  /// Waits until the disk has what was written to a file, or the names in a folder.
  public static void sync(Path path) throws IOException {
    var way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(path, way)) {
      channel.force(true);
    }
  }

  private void requireLocal() {
    try {
      var type = Files.getFileStore(root).type();
      if (isNetwork(type)) {
        throw new StoreFault(ProblemCode.STORE_ON_NETWORK, root.toString(), "type", type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a file system of this name lies on another machine, as far as its name tells.
  static boolean isNetwork(String type) {
    var name = type.toLowerCase(Locale.ROOT);
    return NETWORK.contains(name) || name.startsWith("fuse.");
  }
}
