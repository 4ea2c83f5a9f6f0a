package conformance.arrays;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

enum Tag {
    A,
    B
}

@Entity
@Migratable
class Arrays {
    @Id
    Long id;

    String[] texts;

    @Column(length = 30)
    String[] shortTexts;

    int[] ints;
    Integer[] integers;
    long[] longs;
    boolean[] flags;
    short[] shorts;
    double[] doubles;
    float[] floats;
    UUID[] uuids;
    LocalDate[] days;
    Instant[] instants;
    byte[][] blobs;

    @Column(precision = 5, scale = 1)
    BigDecimal[] decimals;

    List<String> list;
    Set<Integer> set_;
    Tag[] tags;
}
