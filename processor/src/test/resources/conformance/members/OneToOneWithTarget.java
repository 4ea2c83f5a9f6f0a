package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

interface Any {}

@Entity
@Migratable
class Thing implements Any {
    @Id Long id;

    @OneToOne(targetEntity = Thing.class, cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
    Any other;
    
    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
    List<Thing> children;
    
    @ManyToOne(cascade = CascadeType.PERSIST)
    Thing parent;
    
    @ManyToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    Set<Thing> friends;
    
    @ElementCollection(fetch = FetchType.LAZY)
    Set<String> tags;
}
