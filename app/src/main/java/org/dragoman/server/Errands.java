package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Does the commands of processes that find the archive taken by this one. What they write is kept in the archive's outbox until it is sent. */
final class Errands {
    private static final int TOGETHER = 4;

    private final Errand.Runner runner;
    private final Path outbox;
    private final Bodies bodies;
    private final Semaphore turns = new Semaphore(TOGETHER);

    Errands(Errand.Runner runner, Path outbox, Bodies bodies) {
        this.runner = runner;
        this.outbox = outbox;
        this.bodies = bodies;
    }

    void register(RoutesConfig routes) {
        routes.post(Errand.PATH, this::answer);
    }

    private void answer(Context context) throws IOException {
        Errand errand;
        try {
            errand = Errand.parse(bodies.of(context));
        } catch (IllegalArgumentException noErrand) {
            throw Problem.badRequest(String.valueOf(noErrand.getMessage()));
        }
        if (!turns.tryAcquire()) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too many commands at a time; try again later");
        }
        Path work = Files.createTempDirectory(outbox, "command");
        try {
            run(errand, work, context);
        } finally {
            turns.release();
            delete(work);
        }
    }

    private void run(Errand errand, Path work, Context context) throws IOException {
        Path files = Files.createDirectory(work.resolve("files"));
        int code;
        try (PrintWriter out = writer(work.resolve(Errand.OUT));
                PrintWriter err = writer(work.resolve(Errand.ERR))) {
            code = runner.run(errand, files, out, err);
            if (out.checkError() || err.checkError()) {
                throw new IOException("can't keep what the command writes: is the disk full?");
            }
        }
        context.header("Cache-Control", "no-store");
        context.header(Errand.CODE, Integer.toString(code));
        context.contentType("application/zip");
        ZipOutputStream zip = new ZipOutputStream(context.outputStream(), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        add(work.resolve(Errand.OUT), Errand.OUT, zip);
        add(work.resolve(Errand.ERR), Errand.ERR, zip);
        for (Path file : list(files)) {
            add(file, Errand.FILES + file.getFileName(), zip);
        }
        zip.finish();
    }

    private static PrintWriter writer(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static void add(Path file, String name, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path work) throws IOException {
        for (Path part : list(work)) {
            if (Files.isDirectory(part)) {
                delete(part);
            } else {
                Files.delete(part);
            }
        }
        Files.delete(work);
    }
}
