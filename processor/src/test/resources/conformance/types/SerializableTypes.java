package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.net.URI;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;

class Note implements Serializable {
    String text;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Note note;

    YearMonth month;

    MonthDay birthday;

    Period period;

    URI uri;

    ArrayList<String> names;

    HashMap<String, String> values;

    Number number;

    Serializable anything;

    java.net.Inet4Address address;

    java.util.concurrent.atomic.AtomicInteger counter;
}
