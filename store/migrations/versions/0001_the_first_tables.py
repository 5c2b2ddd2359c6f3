"""The first tables."""

from alembic import op
import sqlalchemy as sa

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('agreement',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('agency', sa.String(), nullable=False),
    sa.Column('model', sa.String(), nullable=False),
    sa.Column('listed', sa.Boolean(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement'))
    )
    with op.batch_alter_table('agreement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_state'), ['state'], unique=False)

    op.create_table('blob',
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=True),
    sa.Column('first_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_blob'))
    )
    op.create_table('edition',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('as_of', sa.DateTime(timezone=True), nullable=False),
    sa.Column('path', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('follows', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['follows'], ['edition.id'], name=op.f('fk_edition_follows_edition')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_edition'))
    )
    op.create_table('finding',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('current', sa.Boolean(), nullable=False),
    sa.Column('supersedes', sa.String(), nullable=True),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['supersedes'], ['finding.id'], name=op.f('fk_finding_supersedes_finding')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_finding'))
    )
    with op.batch_alter_table('finding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_finding_current'), ['current'], unique=False)
        batch_op.create_index(batch_op.f('ix_finding_key'), ['key'], unique=False)
        batch_op.create_index(batch_op.f('ix_finding_state'), ['state'], unique=False)

    op.create_table('host',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('last_request', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_host'))
    )
    op.create_table('job_run',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('started', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished', sa.DateTime(timezone=True), nullable=True),
    sa.Column('exit', sa.Integer(), nullable=True),
    sa.Column('summary', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job_run'))
    )
    with op.batch_alter_table('job_run', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_job_run_period'), ['period'], unique=False)
        batch_op.create_index(batch_op.f('ix_job_run_step'), ['step'], unique=False)

    op.create_table('jurisdiction',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('county', sa.String(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('geoid', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_jurisdiction'))
    )
    with op.batch_alter_table('jurisdiction', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_jurisdiction_geoid'), ['geoid'], unique=False)
        batch_op.create_index(batch_op.f('ix_jurisdiction_state'), ['state'], unique=False)

    op.create_table('tick',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('pid', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tick'))
    )
    op.create_table('body',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('jurisdiction_id', sa.String(), nullable=True),
    sa.Column('timezone', sa.String(), nullable=False),
    sa.Column('cadence', sa.String(), nullable=True),
    sa.Column('schedule', sa.JSON(), nullable=False),
    sa.Column('answers_for', sa.JSON(), nullable=False),
    sa.Column('pack', sa.String(), nullable=False),
    sa.Column('watched', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['jurisdiction_id'], ['jurisdiction.id'], name=op.f('fk_body_jurisdiction_id_jurisdiction')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_body'))
    )
    with op.batch_alter_table('body', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_body_jurisdiction_id'), ['jurisdiction_id'], unique=False)

    op.create_table('reading',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('pipeline', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('body_printed', sa.String(), nullable=True),
    sa.Column('meeting_date', sa.Date(), nullable=True),
    sa.Column('meeting_kind', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('minutes_status', sa.String(), nullable=False),
    sa.Column('approves_minutes_of', sa.JSON(), nullable=False),
    sa.Column('attendance', sa.JSON(), nullable=False),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('pages_unread', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_reading_sha256_blob')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reading')),
    sa.UniqueConstraint('sha256', 'pipeline', name=op.f('uq_reading_sha256'))
    )
    with op.batch_alter_table('reading', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reading_sha256'), ['sha256'], unique=False)

    op.create_table('review',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('finding_id', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('who', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_review_finding_id_finding')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review'))
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_finding_id'), ['finding_id'], unique=False)

    op.create_table('snapshot',
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('saved', sa.DateTime(timezone=True), nullable=True),
    sa.Column('first_seen', sa.DateTime(timezone=True), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('url', sa.String(), nullable=True),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('refused', sa.String(), nullable=True),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_snapshot_sha256_blob')),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_snapshot'))
    )
    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_snapshot_saved'), ['saved'], unique=False)

    op.create_table('flag',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('relevance', sa.String(), nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['reading_id'], ['reading.id'], name=op.f('fk_flag_reading_id_reading')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_flag'))
    )
    with op.batch_alter_table('flag', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_flag_reading_id'), ['reading_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_flag_topic'), ['topic'], unique=False)

    op.create_table('item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('section', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['reading_id'], ['reading.id'], name=op.f('fk_item_reading_id_reading')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item'))
    )
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_reading_id'), ['reading_id'], unique=False)

    op.create_table('listing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('agency', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('county', sa.String(), nullable=True),
    sa.Column('kind', sa.String(), nullable=True),
    sa.Column('model', sa.String(), nullable=False),
    sa.Column('signed', sa.Date(), nullable=True),
    sa.Column('moa_url', sa.String(), nullable=True),
    sa.Column('hidden', sa.Boolean(), nullable=False),
    sa.Column('printed', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['sha256'], ['snapshot.sha256'], name=op.f('fk_listing_sha256_snapshot')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_listing'))
    )
    with op.batch_alter_table('listing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_listing_sha256'), ['sha256'], unique=False)

    op.create_table('motion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('mover', sa.String(), nullable=True),
    sa.Column('seconder', sa.String(), nullable=True),
    sa.Column('result', sa.String(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('ayes', sa.Integer(), nullable=True),
    sa.Column('nays', sa.Integer(), nullable=True),
    sa.Column('abstain', sa.Integer(), nullable=True),
    sa.Column('absent', sa.Integer(), nullable=True),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('votes', sa.JSON(), nullable=False),
    sa.Column('items', sa.JSON(), nullable=False),
    sa.Column('topics', sa.JSON(), nullable=False),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['reading_id'], ['reading.id'], name=op.f('fk_motion_reading_id_reading')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_motion'))
    )
    with op.batch_alter_table('motion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_motion_reading_id'), ['reading_id'], unique=False)

    op.create_table('page',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('confidence', sa.Float(), nullable=False),
    sa.Column('chars', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['reading_id'], ['reading.id'], name=op.f('fk_page_reading_id_reading')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_page')),
    sa.UniqueConstraint('reading_id', 'number', name=op.f('uq_page_reading_id'))
    )
    with op.batch_alter_table('page', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_page_reading_id'), ['reading_id'], unique=False)

    op.create_table('source',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('body_id', sa.String(), nullable=False),
    sa.Column('platform', sa.String(), nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('board', sa.String(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('seen_in', sa.String(), nullable=True),
    sa.Column('verified_by', sa.String(), nullable=True),
    sa.Column('verified_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('watched', sa.Boolean(), nullable=False),
    sa.Column('next_due', sa.DateTime(timezone=True), nullable=True),
    sa.Column('baseline_rows', sa.Integer(), nullable=True),
    sa.Column('baseline_documents', sa.Integer(), nullable=True),
    sa.Column('resume', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['body_id'], ['body.id'], name=op.f('fk_source_body_id_body')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_source'))
    )
    with op.batch_alter_table('source', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_source_body_id'), ['body_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_source_next_due'), ['next_due'], unique=False)

    op.create_table('meeting',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('body_id', sa.String(), nullable=False),
    sa.Column('source_id', sa.String(), nullable=True),
    sa.Column('vendor_id', sa.String(), nullable=True),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('time', sa.String(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('location', sa.String(), nullable=True),
    sa.Column('first_seen', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_seen', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['body_id'], ['body.id'], name=op.f('fk_meeting_body_id_body')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_meeting_source_id_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_body_id'), ['body_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_source_id'), ['source_id'], unique=False)

    op.create_table('observation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.String(), nullable=False),
    sa.Column('started', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('complete', sa.Boolean(), nullable=False),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('documents', sa.Integer(), nullable=False),
    sa.Column('requests', sa.Integer(), nullable=False),
    sa.Column('listing_sha256', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['listing_sha256'], ['blob.sha256'], name=op.f('fk_observation_listing_sha256_blob')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_observation_source_id_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_observation'))
    )
    with op.batch_alter_table('observation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_observation_finished'), ['finished'], unique=False)
        batch_op.create_index(batch_op.f('ix_observation_source_id'), ['source_id'], unique=False)

    op.create_table('document',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('body_id', sa.String(), nullable=False),
    sa.Column('source_id', sa.String(), nullable=True),
    sa.Column('meeting_id', sa.String(), nullable=True),
    sa.Column('meeting_date', sa.Date(), nullable=True),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('role_confidence', sa.Float(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('posted_at', sa.String(), nullable=True),
    sa.Column('amended', sa.Boolean(), nullable=False),
    sa.Column('first_listed', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_listed', sa.DateTime(timezone=True), nullable=False),
    sa.Column('listed', sa.Boolean(), nullable=False),
    sa.Column('etag', sa.String(), nullable=True),
    sa.Column('last_modified', sa.String(), nullable=True),
    sa.Column('last_checked', sa.DateTime(timezone=True), nullable=True),
    sa.Column('problem', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['body_id'], ['body.id'], name=op.f('fk_document_body_id_body')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_document_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_document_source_id_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document'))
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_body_id'), ['body_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_source_id'), ['source_id'], unique=False)

    op.create_table('fetch',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.String(), nullable=True),
    sa.Column('document_id', sa.String(), nullable=True),
    sa.Column('purpose', sa.String(), nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('final_url', sa.String(), nullable=False),
    sa.Column('redirects', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('status', sa.Integer(), nullable=True),
    sa.Column('headers', sa.JSON(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
    sa.Column('error', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_fetch_document_id_document')),
    sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_fetch_sha256_blob')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_fetch_source_id_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fetch'))
    )
    with op.batch_alter_table('fetch', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_fetch_document_id'), ['document_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_fetch_sha256'), ['sha256'], unique=False)
        batch_op.create_index(batch_op.f('ix_fetch_source_id'), ['source_id'], unique=False)

    op.create_table('capture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.String(), nullable=False),
    sa.Column('fetch_id', sa.Integer(), nullable=True),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
    sa.Column('media_type', sa.String(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_capture_document_id_document')),
    sa.ForeignKeyConstraint(['fetch_id'], ['fetch.id'], name=op.f('fk_capture_fetch_id_fetch')),
    sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_capture_sha256_blob')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_capture')),
    sa.UniqueConstraint('document_id', 'sha256', 'at', name=op.f('uq_capture_document_id'))
    )
    with op.batch_alter_table('capture', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_capture_document_id'), ['document_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_capture_sha256'), ['sha256'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('capture', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_capture_sha256'))
        batch_op.drop_index(batch_op.f('ix_capture_document_id'))

    op.drop_table('capture')
    with op.batch_alter_table('fetch', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_fetch_source_id'))
        batch_op.drop_index(batch_op.f('ix_fetch_sha256'))
        batch_op.drop_index(batch_op.f('ix_fetch_document_id'))

    op.drop_table('fetch')
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_document_source_id'))
        batch_op.drop_index(batch_op.f('ix_document_meeting_id'))
        batch_op.drop_index(batch_op.f('ix_document_body_id'))

    op.drop_table('document')
    with op.batch_alter_table('observation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_observation_source_id'))
        batch_op.drop_index(batch_op.f('ix_observation_finished'))

    op.drop_table('observation')
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_source_id'))
        batch_op.drop_index(batch_op.f('ix_meeting_body_id'))

    op.drop_table('meeting')
    with op.batch_alter_table('source', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_source_next_due'))
        batch_op.drop_index(batch_op.f('ix_source_body_id'))

    op.drop_table('source')
    with op.batch_alter_table('page', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_page_reading_id'))

    op.drop_table('page')
    with op.batch_alter_table('motion', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_motion_reading_id'))

    op.drop_table('motion')
    with op.batch_alter_table('listing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_listing_sha256'))

    op.drop_table('listing')
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_reading_id'))

    op.drop_table('item')
    with op.batch_alter_table('flag', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_flag_topic'))
        batch_op.drop_index(batch_op.f('ix_flag_reading_id'))

    op.drop_table('flag')
    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_snapshot_saved'))

    op.drop_table('snapshot')
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_review_finding_id'))

    op.drop_table('review')
    with op.batch_alter_table('reading', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reading_sha256'))

    op.drop_table('reading')
    with op.batch_alter_table('body', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_body_jurisdiction_id'))

    op.drop_table('body')
    op.drop_table('tick')
    with op.batch_alter_table('jurisdiction', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_jurisdiction_state'))
        batch_op.drop_index(batch_op.f('ix_jurisdiction_geoid'))

    op.drop_table('jurisdiction')
    with op.batch_alter_table('job_run', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_job_run_step'))
        batch_op.drop_index(batch_op.f('ix_job_run_period'))

    op.drop_table('job_run')
    op.drop_table('host')
    with op.batch_alter_table('finding', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_finding_state'))
        batch_op.drop_index(batch_op.f('ix_finding_key'))
        batch_op.drop_index(batch_op.f('ix_finding_current'))

    op.drop_table('finding')
    op.drop_table('edition')
    op.drop_table('blob')
    with op.batch_alter_table('agreement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_state'))

    op.drop_table('agreement')
