package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    boolean[] v0;

    short[] v1;

    long[] v2;

    double[] v3;

    float[] v4;

    Integer[] v5;

    UUID[] v6;

    LocalDate[] v7;

    Instant[] v8;

    BigDecimal[] v9;

    byte[][] v10;

    List<Boolean> v11;

    Set<UUID> v12;

    Collection<Long> v13;

    SortedSet<String> v14;

    List<LocalDateTime> v15;

    List<OffsetDateTime> v16;

    List<Duration> v17;

    List<Double> v18;

    List<Character> v19;

    List<Locale> v20;
}
