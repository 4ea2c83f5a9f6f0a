package conformance.names;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
@Table(name = " Mail_Box ")
class Mail {
    @Id @GeneratedValue Long id;
    @Column(name = " Sender ") String sender;
    @Column(name = " `Quo Ted` ") String quoted;
    @ManyToOne @JoinColumn(name = " `Other` ", referencedColumnName = " ID ") Mail other;
    @ElementCollection @CollectionTable(name = " Tags ") Set<String> tags;
}
