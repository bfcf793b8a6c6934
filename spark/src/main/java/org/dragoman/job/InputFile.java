package org.dragoman.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dragoman.page.PageReader;

/**
 * A file with pages, on any file system that Hadoop knows.
 *
 * @param order its place among all files of the run: where two hold the same page, the first counts
 * @param uri where it is
 * @param name what the single-machine reader would call it: the path as the user wrote it, and what follows in a folder
 * @param bytes its size
 */
record InputFile(int order, String uri, String name, long bytes) implements Serializable {
    /** The empty file by which Spark and Hadoop say that a folder is complete. */
    private static final String DONE = "_SUCCESS";

    /**
     * Finds the files under the paths given: a path that is a file, and in folders what {@link PageReader} would take there,
     * in its order.
     *
     * @throws FileNotFoundException if a path doesn't exist
     */
    static List<InputFile> find(List<String> paths, Configuration configuration) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String path : paths) {
            Path root = new Path(path);
            FileSystem system = root.getFileSystem(configuration);
            FileStatus status = system.getFileStatus(root);
            if (status.isFile()) {
                files.add(new InputFile(files.size(), status.getPath().toString(), path, status.getLen()));
                continue;
            }
            List<FileStatus> found = new ArrayList<>();
            collect(system, status.getPath(), found);
            found.sort(Comparator.comparing(file -> segments(file.getPath()), InputFile::inReadingOrder));
            for (FileStatus file : found) {
                files.add(inFolder(files.size(), file.getPath(), status.getPath(), path, file.getLen()));
            }
        }
        return files;
    }

    /**
     * A file in a folder.
     *
     * @param name the folder as the user wrote it
     */
    static InputFile inFolder(int order, Path file, Path folder, String name, long bytes) {
        String below = file.toUri().getPath().substring(folder.toUri().getPath().length());
        String start = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return new InputFile(order, file.toString(), start + below, bytes);
    }

    private static void collect(FileSystem system, Path root, List<FileStatus> found) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        while (!folders.isEmpty()) {
            for (FileStatus entry : system.listStatus(folders.remove(folders.size() - 1))) {
                String name = entry.getPath().getName();
                if (entry.isDirectory() && !name.startsWith(".")) {
                    folders.add(entry.getPath());
                } else if (entry.isFile() && PageReader.takesFromFolder(name) && !name.equals(DONE)) {
                    found.add(entry);
                }
            }
        }
    }

    private static List<String> segments(Path path) {
        return List.of(path.toUri().getPath().split("/", -1));
    }

    /** Names in order, folder by folder; the whole path as text would sort "a.html" before "a/b.html". */
    private static int inReadingOrder(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
